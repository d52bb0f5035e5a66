/** Jobs on builds and their testers. */
@NullMarked
package io.github.ascjava.examples.testflight;

import org.jspecify.annotations.NullMarked;
