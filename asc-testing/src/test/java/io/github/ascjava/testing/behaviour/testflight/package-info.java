@NullMarked
package io.github.ascjava.testing.behaviour.testflight;

import org.jspecify.annotations.NullMarked;
