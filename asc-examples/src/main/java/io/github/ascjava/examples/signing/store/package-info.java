/** The commands {@code asc signing store}. */
@NullMarked
package io.github.ascjava.examples.signing.store;

import org.jspecify.annotations.NullMarked;
