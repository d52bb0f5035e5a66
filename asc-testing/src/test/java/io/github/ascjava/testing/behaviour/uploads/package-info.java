@NullMarked
package io.github.ascjava.testing.behaviour.uploads;

import org.jspecify.annotations.NullMarked;
