package io.github.ascjava.client.http;

import io.github.ascjava.client.Sleeper;
import java.time.Clock;

/**
 * What all calls of one client share.
 *
 * @param options what a call does that decides nothing for itself
 * @param clock for timeouts, and for dates in answers that have no date of their own
 */
record CallSettings(
        CallOptions options, Clock clock, Sleeper sleeper, Retries retries, Permits permits, Listeners listeners) {}
