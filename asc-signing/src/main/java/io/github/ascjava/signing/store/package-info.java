/** An encrypted store for keys, certificates and profiles, which a team shares as a folder. */
@NullMarked
package io.github.ascjava.signing.store;

import org.jspecify.annotations.NullMarked;
