/** An App Store Connect in memory, for tests and for trying things out. */
@NullMarked
package io.github.ascjava.testing;

import org.jspecify.annotations.NullMarked;
