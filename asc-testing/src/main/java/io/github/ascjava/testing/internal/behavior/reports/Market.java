package io.github.ascjava.testing.internal.behavior.reports;

import io.github.ascjava.testing.internal.behavior.common.Currency;
import java.math.BigDecimal;
import java.util.List;

/**
 * A country in which the team sells.
 *
 * @param country the code that reports show, of two letters
 * @param territory the code that the App Store knows it by, of three letters
 * @param region the region of financial reports
 * @param share how much of all sales is made there
 */
record Market(String country, String territory, String region, double share) {

    static final List<Market> ALL = List.of(
            new Market("US", "USA", "US", 0.40),
            new Market("GB", "GBR", "GB", 0.11),
            new Market("DE", "DEU", "EU", 0.12),
            new Market("FR", "FRA", "EU", 0.07),
            new Market("AT", "AUT", "EU", 0.03),
            new Market("JP", "JPN", "JP", 0.09),
            new Market("CA", "CAN", "CA", 0.06),
            new Market("AU", "AUS", "AU", 0.05),
            new Market("CH", "CHE", "CH", 0.04),
            new Market("BR", "BRA", "LL", 0.03));

    String currency() {
        return Currency.of(territory).code();
    }

    /** Returns what a price in US dollars is here. */
    BigDecimal price(BigDecimal dollars) {
        return Currency.of(territory).price(dollars);
    }
}
