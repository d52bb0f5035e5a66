/** Notarization of macOS software through Apple's Notary API; {@link io.github.ascjava.notary.Notary} is the entry. */
@NullMarked
package io.github.ascjava.notary;

import org.jspecify.annotations.NullMarked;
