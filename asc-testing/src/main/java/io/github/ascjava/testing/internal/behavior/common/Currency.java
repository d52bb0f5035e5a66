package io.github.ascjava.testing.internal.behavior.common;

import io.github.ascjava.testing.internal.catalog.DataFile;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A currency that customers pay in.
 *
 * @param code the ISO code
 * @param rate approximate units per US dollar
 * @param territories the territories where it is used
 */
public record Currency(String code, BigDecimal rate, List<String> territories) {

    /** Above this rate, prices have no decimals and end in zeros. */
    private static final BigDecimal COARSE = BigDecimal.valueOf(100);

    private static final BigDecimal CENT = new BigDecimal("0.01");

    /** The seller's share of a price in the App Store Small Business Program. */
    private static final BigDecimal SELLERS_PART = new BigDecimal("0.85");

    private static final Map<String, Currency> BY_TERRITORY = read();

    /** Returns the currencies by territory, of all territories. */
    public static Map<String, Currency> byTerritory() {
        return BY_TERRITORY;
    }

    /**
     * Returns the currency of a territory.
     *
     * @param territory the ISO code of three letters
     */
    public static Currency of(String territory) {
        Currency currency = BY_TERRITORY.get(territory);
        if (currency == null) {
            throw new IllegalArgumentException("The App Store has no territory '" + territory + "'.");
        }
        return currency;
    }

    /**
     * Returns the approximate price in this currency for a price in US dollars, ending in nines or zeros as prices do.
     */
    public BigDecimal price(BigDecimal dollars) {
        int decimals = rate.compareTo(COARSE) < 0 ? 2 : 0;
        if (dollars.signum() == 0 || rate.compareTo(BigDecimal.ONE) == 0) {
            return dollars.setScale(decimals, RoundingMode.HALF_UP);
        }
        BigDecimal local = dollars.multiply(rate);
        return decimals == 0
                ? local.movePointLeft(1).setScale(0, RoundingMode.CEILING).movePointRight(1)
                : local.setScale(1, RoundingMode.CEILING).subtract(CENT);
    }

    /** Returns the seller's proceeds from a price. */
    public static BigDecimal proceeds(BigDecimal price) {
        return price.multiply(SELLERS_PART).setScale(price.scale(), RoundingMode.HALF_UP);
    }

    private static Map<String, Currency> read() {
        Map<String, Currency> currencies = new LinkedHashMap<>();
        for (String line : DataFile.lines(Currency.class, "currencies.txt")) {
            List<String> words = List.of(line.split(" ", -1));
            List<String> territories = words.subList(2, words.size());
            Currency currency = new Currency(words.get(0), new BigDecimal(words.get(1)), territories);
            territories.forEach(territory -> currencies.put(territory, currency));
        }
        return Collections.unmodifiableMap(currencies);
    }
}
