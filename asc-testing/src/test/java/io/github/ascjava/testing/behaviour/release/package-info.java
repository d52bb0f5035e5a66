@NullMarked
package io.github.ascjava.testing.behaviour.release;

import org.jspecify.annotations.NullMarked;
