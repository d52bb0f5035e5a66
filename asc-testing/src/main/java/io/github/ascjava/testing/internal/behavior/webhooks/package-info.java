/** Webhooks: events, their payloads, signed deliveries. Not API. */
@NullMarked
package io.github.ascjava.testing.internal.behavior.webhooks;

import org.jspecify.annotations.NullMarked;
