/**
 * The encryption and the contents of the files of fastlane match: bytes in, bytes out; no files.
 *
 * <p>Not API; it changes without notice.
 */
@NullMarked
package io.github.ascjava.signing.match.internal;

import org.jspecify.annotations.NullMarked;
