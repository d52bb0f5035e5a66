/** The commands about notarization. */
@NullMarked
package io.github.ascjava.examples.notary;

import org.jspecify.annotations.NullMarked;
