@NullMarked
package io.github.ascjava.testing.behaviour.common;

import org.jspecify.annotations.NullMarked;
