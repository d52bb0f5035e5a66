/** Measurements of what every request pays for; run by hand, see docs/internals/benchmarks.md. */
@NullMarked
package io.github.ascjava.benchmarks;

import org.jspecify.annotations.NullMarked;
