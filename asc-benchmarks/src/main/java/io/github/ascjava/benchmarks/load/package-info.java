/** Load on the sandbox: many clients at once, for long enough to see what leaks. Run by scripts/sandbox-load. */
@NullMarked
package io.github.ascjava.benchmarks.load;

import org.jspecify.annotations.NullMarked;
