@NullMarked
package io.github.ascjava.testing.internal.catalog;

import org.jspecify.annotations.NullMarked;
