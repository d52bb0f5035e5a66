@NullMarked
package io.github.ascjava.testing.behaviour;

import org.jspecify.annotations.NullMarked;
