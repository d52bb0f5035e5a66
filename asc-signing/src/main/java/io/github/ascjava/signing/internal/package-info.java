/**
 * What signing assets are made of: files, bytes, messages and property lists.
 *
 * <p>Not API; it changes without notice.
 */
@NullMarked
package io.github.ascjava.signing.internal;

import org.jspecify.annotations.NullMarked;
