@NullMarked
package io.github.ascjava.testing;

import org.jspecify.annotations.NullMarked;
