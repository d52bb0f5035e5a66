/** Prices in all territories, and what is sold inside of apps. Not API. */
@NullMarked
package io.github.ascjava.testing.internal.behavior.prices;

import org.jspecify.annotations.NullMarked;
