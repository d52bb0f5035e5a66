@NullMarked
package io.github.ascjava.notary.internal;

import org.jspecify.annotations.NullMarked;
