/** A fleet of programs that use one key and share its budget of requests. */
@NullMarked
package io.github.ascjava.examples.fleet;

import org.jspecify.annotations.NullMarked;
