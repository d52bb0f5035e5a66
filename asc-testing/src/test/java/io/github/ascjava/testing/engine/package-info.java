@NullMarked
package io.github.ascjava.testing.engine;

import org.jspecify.annotations.NullMarked;
