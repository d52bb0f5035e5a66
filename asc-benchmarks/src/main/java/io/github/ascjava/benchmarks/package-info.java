/** Measurements of the cost of every request; run manually, see docs/internals/benchmarks.md. */
@NullMarked
package io.github.ascjava.benchmarks;

import org.jspecify.annotations.NullMarked;
