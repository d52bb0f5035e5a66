@NullMarked
package io.github.ascjava.testing.internal.pki;

import org.jspecify.annotations.NullMarked;
