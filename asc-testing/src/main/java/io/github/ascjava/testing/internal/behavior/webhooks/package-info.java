/** Webhooks: events, their payloads, signed deliveries (facts 8). Not API. */
@NullMarked
package io.github.ascjava.testing.internal.behavior.webhooks;

import org.jspecify.annotations.NullMarked;
