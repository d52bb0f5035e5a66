@NullMarked
package io.github.ascjava.testing.internal.behavior.testflight;

import org.jspecify.annotations.NullMarked;
