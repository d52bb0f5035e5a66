/** Builds, and who tests them. Not API. */
@NullMarked
package io.github.ascjava.testing.behaviour.testflight;

import org.jspecify.annotations.NullMarked;
