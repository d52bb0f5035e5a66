@NullMarked
package io.github.ascjava.testing.internal.behavior.common;

import org.jspecify.annotations.NullMarked;
