@NullMarked
package io.github.ascjava.testing.behaviour.prices;

import org.jspecify.annotations.NullMarked;
