/** Webhooks: events, their payloads, signed deliveries (facts 8). Not API. */
@NullMarked
package io.github.ascjava.testing.behaviour.webhooks;

import org.jspecify.annotations.NullMarked;
