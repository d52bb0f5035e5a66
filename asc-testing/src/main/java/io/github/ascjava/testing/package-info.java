/** An in-memory App Store Connect, for tests and experiments. */
@NullMarked
package io.github.ascjava.testing;

import org.jspecify.annotations.NullMarked;
