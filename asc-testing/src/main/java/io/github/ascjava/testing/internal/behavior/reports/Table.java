package io.github.ascjava.testing.internal.behavior.reports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A report table: a header line, then one line per row, with tabs between the values. */
final class Table {

    /** The placeholder for an empty value in live reports. */
    static final String NOTHING = " ";

    private final List<String> columns;
    private final List<Row> rows = new ArrayList<>();

    /** Creates an empty table; the names are separated by commas. */
    Table(String columns) {
        this.columns = List.of(columns.split(", ", -1));
    }

    /** Adds an empty row. */
    Row row() {
        Row row = new Row();
        rows.add(row);
        return row;
    }

    int size() {
        return rows.size();
    }

    String text() {
        StringBuilder text = new StringBuilder(line(columns));
        for (Row row : rows) {
            text.append(line(columns.stream()
                    .map(column -> row.values.getOrDefault(column, NOTHING))
                    .toList()));
        }
        return text.toString();
    }

    /** Writes one line. */
    static String line(Collection<String> values) {
        return String.join("\t", values) + "\n";
    }

    /** The values of one row, by column. */
    final class Row {

        private final Map<String, String> values = new HashMap<>();

        Row put(String column, Object value) {
            if (!columns.contains(column)) {
                throw new IllegalArgumentException("The table has no column '" + column + "'.");
            }
            values.put(column, value.toString());
            return this;
        }
    }
}
