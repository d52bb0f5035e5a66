package io.github.ascjava.examples.reports;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * An amount of money, as it is printed.
 *
 * @param amount with the decimal places of the currency or, if it needs them, more
 * @param currency an ISO 4217 code
 */
record Amount(BigDecimal amount, String currency) {

    private static final int USUAL_PLACES = 2;

    Amount {
        amount = amount.stripTrailingZeros();
        amount = amount.setScale(Math.max(amount.scale(), places(currency)));
    }

    /** Returns how many decimal places a currency has: none for the yen. */
    static int places(String currency) {
        try {
            return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        } catch (IllegalArgumentException e) {
            // Not one that this Java knows.
            return USUAL_PLACES;
        }
    }

    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency;
    }
}
