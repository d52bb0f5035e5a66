/**
 * What all operations share: calls and their options, queries, retries, rate limits and listeners.
 */
@NullMarked
package io.github.ascjava.client.call;

import org.jspecify.annotations.NullMarked;
