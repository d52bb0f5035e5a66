@NullMarked
package io.github.ascjava.testing.internal.behavior.release;

import org.jspecify.annotations.NullMarked;
