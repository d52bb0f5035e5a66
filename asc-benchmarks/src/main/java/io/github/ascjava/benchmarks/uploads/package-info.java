/** How fast files are sent in parts, compared with a bare loop over OkHttp. */
@NullMarked
package io.github.ascjava.benchmarks.uploads;

import org.jspecify.annotations.NullMarked;
