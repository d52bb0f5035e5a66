/** One command-line program whose commands show the SDK at real jobs; each command is one small class. */
@NullMarked
package io.github.ascjava.examples;

import org.jspecify.annotations.NullMarked;
