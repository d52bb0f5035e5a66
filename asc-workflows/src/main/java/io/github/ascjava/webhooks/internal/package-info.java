/**
 * Bytes of webhooks: signatures, and JSON as plain values.
 *
 * <p>Not API; it changes without notice.
 */
@NullMarked
package io.github.ascjava.webhooks.internal;

import org.jspecify.annotations.NullMarked;
