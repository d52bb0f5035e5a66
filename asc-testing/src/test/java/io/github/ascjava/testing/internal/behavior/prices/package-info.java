@NullMarked
package io.github.ascjava.testing.internal.behavior.prices;

import org.jspecify.annotations.NullMarked;
