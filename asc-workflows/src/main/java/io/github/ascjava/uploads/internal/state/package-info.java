/**
 * The files from which an upload is resumed after a crash. They hold no URL and no header.
 *
 * <p>Not API; it changes without notice.
 */
@NullMarked
package io.github.ascjava.uploads.internal.state;

import org.jspecify.annotations.NullMarked;
