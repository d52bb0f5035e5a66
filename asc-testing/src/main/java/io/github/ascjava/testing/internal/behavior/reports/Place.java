package io.github.ascjava.testing.internal.behavior.reports;

import io.github.ascjava.testing.internal.behavior.common.Currency;
import io.github.ascjava.testing.internal.behavior.reports.ReportFiles.Words;
import java.util.List;

/**
 * The devices of one kind in a country where the team sells.
 *
 * @param words country, territory, financial region and device, and the weight: the units sold there, in tenths of the
 *     amounts of {@link Kind}
 */
record Place(Words words) {

    static final List<Place> ALL =
            ReportFiles.rows("places.tsv").stream().map(Place::new).toList();

    int weight() {
        return Integer.parseInt(words.get("weight"));
    }

    Currency currency() {
        return Currency.of(words.get("territory"));
    }
}
