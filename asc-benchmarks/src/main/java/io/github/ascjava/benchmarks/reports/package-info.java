/** How fast report files are read, compared with what a program would do without the library. */
@NullMarked
package io.github.ascjava.benchmarks.reports;

import org.jspecify.annotations.NullMarked;
