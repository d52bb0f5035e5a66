/** Builds, and who tests them. Not API. */
@NullMarked
package io.github.ascjava.testing.internal.behavior.testflight;

import org.jspecify.annotations.NullMarked;
