package io.github.ascjava.client.http;

import io.github.ascjava.client.Sleeper;

/**
 * What all calls of one client share.
 *
 * @param options what a call does that decides nothing for itself
 */
record CallSettings(
        CallOptions options, CallTime time, Sleeper sleeper, Retries retries, Permits permits, Listeners listeners) {}
