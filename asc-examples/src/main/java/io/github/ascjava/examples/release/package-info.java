/** Versions on their way into the App Store. */
@NullMarked
package io.github.ascjava.examples.release;

import org.jspecify.annotations.NullMarked;
