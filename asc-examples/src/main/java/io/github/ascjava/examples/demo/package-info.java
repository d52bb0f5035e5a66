/** A small App Store Connect on this machine, for whoever wants to see the commands run before having a key. */
@NullMarked
package io.github.ascjava.examples.demo;

import org.jspecify.annotations.NullMarked;
