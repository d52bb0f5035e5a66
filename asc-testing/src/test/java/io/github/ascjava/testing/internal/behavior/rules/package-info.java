@NullMarked
package io.github.ascjava.testing.internal.behavior.rules;

import org.jspecify.annotations.NullMarked;
