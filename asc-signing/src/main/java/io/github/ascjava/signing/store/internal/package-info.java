/**
 * The format of a store, as {@code docs/internals/signing-store.md} describes it: bytes in, bytes out; no files.
 *
 * <p>Not API; it changes without notice.
 */
@NullMarked
package io.github.ascjava.signing.store.internal;

import org.jspecify.annotations.NullMarked;
