@NullMarked
package io.github.ascjava.testing.internal.behavior.uploads;

import org.jspecify.annotations.NullMarked;
