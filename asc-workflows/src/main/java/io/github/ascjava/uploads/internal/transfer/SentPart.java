package io.github.ascjava.uploads.internal.transfer;

import org.jspecify.annotations.Nullable;

/**
 * A part that the host has confirmed.
 *
 * @param etag the value of the {@code ETag} header as received, usually in quotes; null if there was none
 * @param attempts how often the part was sent; 1 or more
 */
public record SentPart(Part part, @Nullable String etag, int attempts) {}
