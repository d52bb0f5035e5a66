package io.github.ascjava.reports.internal;

import java.util.List;
import java.util.Map;

/**
 * Names that Apple has used for the same column at different times or in different places.
 *
 * <p>The evidence is in docs/live-service.md#report-columns-are-renamed.
 */
final class ColumnSynonyms {

    private static final List<List<String>> SAME = List.of(
            // Subscription reports until version 1_2, and since.
            List.of("Introductory Price Type", "Subscription Offer Type"),
            List.of("Introductory Price Duration", "Subscription Offer Duration"),
            List.of("Promotional Offer Name", "Subscription Offer Name"),
            List.of("Subscription Duration", "Standard Subscription Duration"),
            // Finance reports; Apple's page has the singular, files have both.
            List.of("Sale or Return", "Sales or Return"),
            List.of("Artist/Show/Developer", "Artist/Show/Developer/Author"),
            // The analytics report of subscription events; Apple's page has the second ones.
            List.of("Event Name", "Event Sub Type"),
            List.of("Event Group", "Event Grouping"),
            // Offer code redemptions, of which Apple's page is known in translation only.
            List.of("Offer Name", "Offer Reference Name"),
            List.of("Number of Redemptions", "Redemptions"));

    private ColumnSynonyms() {}

    /** Adds the other names of the columns in a map from {@link Columns#key} to positions. */
    static void addTo(Map<String, Integer> columns) {
        for (List<String> names : SAME) {
            names.stream()
                    .map(name -> columns.get(Columns.key(name)))
                    .filter(index -> index != null)
                    .findFirst()
                    .ifPresent(index -> names.forEach(name -> columns.putIfAbsent(Columns.key(name), index)));
        }
    }
}
