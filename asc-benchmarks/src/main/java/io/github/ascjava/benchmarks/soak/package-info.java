/**
 * Thousands of calls to a server that often fails, each with a checked outcome; run manually with {@code scripts/soak},
 * see docs/internals/reliability.md.
 */
@NullMarked
package io.github.ascjava.benchmarks.soak;

import org.jspecify.annotations.NullMarked;
