@NullMarked
package io.github.ascjava.testing.internal.server;

import org.jspecify.annotations.NullMarked;
