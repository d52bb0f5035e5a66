/** Calls in the metrics of a program. */
@NullMarked
package io.github.ascjava.examples.metrics;

import org.jspecify.annotations.NullMarked;
