/** What outlives a client, and a call in each of thousands of virtual threads; see {@code scripts/lifetimes} and {@code scripts/virtual-threads}. */
@NullMarked
package io.github.ascjava.benchmarks.life;

import org.jspecify.annotations.NullMarked;
