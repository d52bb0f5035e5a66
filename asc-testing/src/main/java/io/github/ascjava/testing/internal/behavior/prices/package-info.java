/** Prices in all territories, in-app purchases and subscriptions. Not API. */
@NullMarked
package io.github.ascjava.testing.internal.behavior.prices;

import org.jspecify.annotations.NullMarked;
