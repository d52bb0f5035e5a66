/** Where the service does more than store what it is given. Not API. */
@NullMarked
package io.github.ascjava.testing.internal.behavior;

import org.jspecify.annotations.NullMarked;
