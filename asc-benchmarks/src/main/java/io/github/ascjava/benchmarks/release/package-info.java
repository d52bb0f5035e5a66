/** How long a first submission takes, compared with what Apple's limits allow. */
@NullMarked
package io.github.ascjava.benchmarks.release;

import org.jspecify.annotations.NullMarked;
