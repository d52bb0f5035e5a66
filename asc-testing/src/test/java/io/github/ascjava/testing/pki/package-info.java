@NullMarked
package io.github.ascjava.testing.pki;

import org.jspecify.annotations.NullMarked;
