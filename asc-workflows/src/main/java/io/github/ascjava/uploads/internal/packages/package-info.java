/**
 * What {@code .ipa} and {@code .pkg} files say about themselves: archives, property lists, installer metadata.
 *
 * <p>Not API; it changes without notice. Nothing is unpacked to disk, and nothing that a package claims about sizes or
 * nesting is believed.
 */
@NullMarked
package io.github.ascjava.uploads.internal.packages;

import org.jspecify.annotations.NullMarked;
