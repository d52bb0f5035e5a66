/**
 * The failures of calls: a small tree of unchecked exceptions below
 * {@link io.github.ascjava.client.error.AscException}.
 */
@NullMarked
package io.github.ascjava.client.error;

import org.jspecify.annotations.NullMarked;
