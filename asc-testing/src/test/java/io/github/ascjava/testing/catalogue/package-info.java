@NullMarked
package io.github.ascjava.testing.catalogue;

import org.jspecify.annotations.NullMarked;
