package io.github.ascjava.testing.internal.behavior.reports;

import io.github.ascjava.testing.internal.catalog.DataFile;
import io.github.ascjava.testing.internal.engine.StoredResource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * One of the analytics reports of an app.
 *
 * @param name its name
 * @param category its category
 * @param columns the columns between the app and the device
 * @param values the values that these columns may have
 * @param counts the names of the counted values
 */
record AnalyticsKind(
        String name, String category, List<String> columns, List<List<String>> values, List<String> counts) {

    static final List<AnalyticsKind> ALL = DataFile.lines(AnalyticsKind.class, "analytics.txt").stream()
            .map(AnalyticsKind::read)
            .toList();

    private static AnalyticsKind read(String line) {
        String[] parts = line.split(" \\| ", -1);
        List<List<String>> values =
                Arrays.stream(parts[3].split("; ", -1)).map(AnalyticsKind::list).toList();
        return new AnalyticsKind(parts[0], parts[1], list(parts[2]), values, list(parts[4]));
    }

    private static List<String> list(String words) {
        return List.of(words.split(", ", -1));
    }

    static AnalyticsKind named(String name) {
        return ALL.stream()
                .filter(kind -> kind.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no analytics report '" + name + "'."));
    }

    /** Writes the report of an app for some days. */
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
                .put("App Name", app.text("name"))
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
