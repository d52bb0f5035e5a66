/**
 * Thousands of calls against a server that often fails, each of which has to end rightly; run by hand with
 * {@code scripts/soak}, see docs/internals/reliability.md.
 */
@NullMarked
package io.github.ascjava.benchmarks.soak;

import org.jspecify.annotations.NullMarked;
