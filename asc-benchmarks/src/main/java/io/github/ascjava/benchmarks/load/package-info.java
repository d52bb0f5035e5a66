/** Load on the sandbox: many concurrent clients, long enough to reveal leaks. Run by scripts/sandbox-load. */
@NullMarked
package io.github.ascjava.benchmarks.load;

import org.jspecify.annotations.NullMarked;
