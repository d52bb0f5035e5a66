@NullMarked
package io.github.ascjava.testing.internal.engine;

import org.jspecify.annotations.NullMarked;
