@NullMarked
package io.github.ascjava.notary;

import org.jspecify.annotations.NullMarked;
