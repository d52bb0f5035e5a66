/** Versions of apps on their way into the App Store. Not API. */
@NullMarked
package io.github.ascjava.testing.internal.behavior.release;

import org.jspecify.annotations.NullMarked;
