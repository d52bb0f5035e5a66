/**
 * The ground that operations stand on: calls and their options, queries, retries, rate limits and listeners.
 */
@NullMarked
package io.github.ascjava.client.call;

import org.jspecify.annotations.NullMarked;
