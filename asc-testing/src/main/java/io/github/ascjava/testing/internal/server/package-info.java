/** Takes requests from sockets, asks for tokens, keeps the budget, injects faults. Not API. */
@NullMarked
package io.github.ascjava.testing.internal.server;

import org.jspecify.annotations.NullMarked;
