package io.github.ascjava.testing.internal.behavior.reports;

import io.github.ascjava.testing.internal.engine.StoredResource;
import java.time.LocalDate;
import java.util.List;

/**
 * One of the analytics reports of an app.
 *
 * @param name its name
 * @param category what it is listed under
 * @param columns what it has between the app and the device
 * @param values what those columns may hold
 * @param counts what it counts
 */
record AnalyticsKind(
        String name, String category, List<String> columns, List<List<String>> values, List<String> counts) {

    static final List<AnalyticsKind> ALL = List.of(
            new AnalyticsKind(
                    "App Store Discovery and Engagement Standard",
                    "APP_STORE_ENGAGEMENT",
                    List.of("Event", "Page Type", "Source Type"),
                    List.of(
                            List.of("Impression", "App Store search"),
                            List.of("Page view", "Product page"),
                            List.of("Tap", "App Store browse")),
                    List.of("Counts", "Unique Counts")),
            new AnalyticsKind(
                    "App Store Discovery and Engagement Detailed",
                    "APP_STORE_ENGAGEMENT",
                    List.of("Event", "Source Info"),
                    List.of(List.of("Impression", "Search"), List.of("Page view", "Web referrer")),
                    List.of("Counts", "Unique Counts")),
            new AnalyticsKind(
                    "App Downloads Standard",
                    "COMMERCE",
                    List.of("Download Type", "Source Type"),
                    List.of(List.of("First-time download", "App Store search"), List.of("Auto-update", "Unavailable")),
                    List.of("Counts")),
            new AnalyticsKind(
                    "App Sessions Standard",
                    "APP_USAGE",
                    List.of("App Version"),
                    List.of(List.of("Latest")),
                    List.of("Sessions", "Total Session Duration", "Unique Devices")),
            new AnalyticsKind(
                    "App Crashes",
                    "APP_USAGE",
                    List.of("App Version"),
                    List.of(List.of("Latest")),
                    List.of("Crashes", "Unique Devices")),
            new AnalyticsKind(
                    "Home Screen Widget Installations",
                    "FRAMEWORK_USAGE",
                    List.of("Widget"),
                    List.of(List.of("Small"), List.of("Medium")),
                    List.of("Unique Devices")),
            new AnalyticsKind(
                    "App Storage Usage",
                    "PERFORMANCE",
                    List.of("Percentile"),
                    List.of(List.of("50"), List.of("90")),
                    List.of("Megabytes")));

    static AnalyticsKind named(String name) {
        return ALL.stream()
                .filter(kind -> kind.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no analytics report '" + name + "'."));
    }

    /** Writes what the report says of an app and some days. */
    Table table(StoredResource app, LocalDate first, LocalDate last) {
        Table table = new Table("Date, App Name, App Apple Identifier, " + String.join(", ", columns)
                + ", Device, Platform Version, Territory, " + String.join(", ", counts));
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            for (List<String> row : values) {
                for (Market market : Market.ALL) {
                    addRow(table, app, day, row, market);
                }
            }
        }
        return table;
    }

    private void addRow(Table table, StoredResource app, LocalDate day, List<String> values, Market market) {
        SeededRandom chance = SeededRandom.of(name, app.id(), day.toEpochDay(), values, market.country());
        int count = chance.times(100 * market.share());
        if (count == 0) {
            return;
        }
        Table.Row row = table.row()
                .put("Date", day)
                .put("App Name", app.attributes().path("name").asText())
                .put("App Apple Identifier", app.id())
                .put("Device", chance.below(3) == 0 ? "iPad" : "iPhone")
                .put("Platform Version", "iOS 26.1")
                .put("Territory", market.country());
        for (int i = 0; i < values.size(); i++) {
            row.put(columns.get(i), values.get(i));
        }
        for (String column : counts) {
            row.put(column, column.equals(counts.get(0)) ? count : 1 + chance.below(count));
        }
    }
}
