@NullMarked
package io.github.ascjava.testing.internal.behavior.library;

import org.jspecify.annotations.NullMarked;
