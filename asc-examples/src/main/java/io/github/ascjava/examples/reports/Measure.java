package io.github.ascjava.examples.reports;

import org.jspecify.annotations.Nullable;

/**
 * What is counted; figures of different measures are never added.
 *
 * @param name such as {@code Units}
 * @param currency of an amount of money, an ISO 4217 code; null for a number
 */
record Measure(String name, @Nullable String currency) {

    static Measure number(String name) {
        return new Measure(name, null);
    }

    /** Returns the name with the currency, as a caption. */
    String caption() {
        return currency == null ? name : name + " in " + currency;
    }
}
