/** Accepts connections, checks tokens, applies the rate limit, injects faults. Not API. */
@NullMarked
package io.github.ascjava.testing.internal.server;

import org.jspecify.annotations.NullMarked;
