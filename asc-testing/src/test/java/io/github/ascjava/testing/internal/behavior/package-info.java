@NullMarked
package io.github.ascjava.testing.internal.behavior;

import org.jspecify.annotations.NullMarked;
