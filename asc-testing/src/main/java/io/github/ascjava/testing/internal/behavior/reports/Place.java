package io.github.ascjava.testing.internal.behavior.reports;

import io.github.ascjava.testing.internal.behavior.common.Currency;
import java.math.BigDecimal;
import java.util.List;

/**
 * The devices of one kind in a country where the team sells.
 *
 * @param country the code of two letters that reports show
 * @param territory the code of three letters that the App Store uses
 * @param region the region in financial reports
 * @param weight the units sold there, compared with the amounts of {@link Kind}, in tenths
 */
record Place(String country, String device, String territory, String region, int weight) {

    static final List<Place> ALL =
            ReportFiles.rows("places.tsv").stream().map(Place::read).toList();

    private static Place read(ReportFiles.Row row) {
        return new Place(
                row.get("country"),
                row.get("device"),
                row.get("territory"),
                row.get("region"),
                Integer.parseInt(row.get("weight")));
    }

    /** Returns the place that stands for all devices of its country. */
    Place ofAllDevices() {
        return ALL.stream()
                .filter(place -> place.country.equals(country))
                .findFirst()
                .orElseThrow();
    }

    String currency() {
        return Currency.of(territory).code();
    }

    /** Returns the price in this country's currency for a price in US dollars. */
    BigDecimal price(BigDecimal dollars) {
        return Currency.of(territory).price(dollars);
    }
}
