package io.github.ascjava.testing.internal.behavior.reports;

import io.github.ascjava.testing.internal.behavior.common.Currency;
import java.math.BigDecimal;
import java.util.List;

/**
 * A country in which the team sells.
 *
 * @param country the code of two letters that reports show
 * @param territory the code of three letters that the App Store uses
 * @param region the region in financial reports
 * @param share the share of all sales, from 0 to 1
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

    /** Returns the price in this market's currency for a price in US dollars. */
    BigDecimal price(BigDecimal dollars) {
        return Currency.of(territory).price(dollars);
    }
}
