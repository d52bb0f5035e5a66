/** Where the service does more than keep what it is given. Not API. */
@NullMarked
package io.github.ascjava.testing.behaviour;

import org.jspecify.annotations.NullMarked;
