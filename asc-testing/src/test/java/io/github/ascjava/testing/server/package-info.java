@NullMarked
package io.github.ascjava.testing.server;

import org.jspecify.annotations.NullMarked;
