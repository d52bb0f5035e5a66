/** TestFlight: builds, testers and groups. Not API. */
@NullMarked
package io.github.ascjava.testing.internal.behavior.testflight;

import org.jspecify.annotations.NullMarked;
