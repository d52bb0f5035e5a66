/**
 * Sends the parts of a file to signed URLs: in parallel, with retries, progress and cancellation.
 *
 * <p>It knows HTTP and files, but nothing of App Store Connect. Not API; it changes without notice.
 */
@NullMarked
package io.github.ascjava.uploads.internal.transfer;

import org.jspecify.annotations.NullMarked;
