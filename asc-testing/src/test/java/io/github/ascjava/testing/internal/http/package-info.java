@NullMarked
package io.github.ascjava.testing.internal.http;

import org.jspecify.annotations.NullMarked;
