package io.github.ascjava.release.internal.metadata;

import org.jspecify.annotations.Nullable;

/**
 * What a file says about a text.
 *
 * @param value the text as it is sent; null if the file is empty, or says null
 * @param file the file
 * @param line the line, from 1; 0 if the file is nothing but the text
 */
public record TextValue(@Nullable String value, String file, int line) {}
