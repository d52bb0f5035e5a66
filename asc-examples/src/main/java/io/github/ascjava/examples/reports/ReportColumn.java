package io.github.ascjava.examples.reports;

import io.github.ascjava.reports.ReportRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A column of a report, with the kind of values it has.
 *
 * @param name as in the report
 * @param type what its cells are read as
 */
public record ReportColumn(String name, Type type) {

    /** What cells are read as. */
    public enum Type {
        /** Text as received. */
        TEXT,
        /** A decimal number. */
        NUMBER,
        /** A date. */
        DATE
    }

    private static final Set<String> NUMBERS = Set.of(
            "units",
            "developer proceeds",
            "customer price",
            "counts",
            "unique counts",
            "unique devices",
            "purchases",
            "proceeds in usd",
            "sales in usd",
            "paying users",
            "sessions",
            "total session duration",
            "crashes",
            "pre-orders placed",
            "pre-orders canceled");

    /** Returns the column of a name; columns that Apple adds are text unless they are called a date. */
    static ReportColumn of(String name) {
        String lower = name.strip().toLowerCase(Locale.ROOT);
        if (NUMBERS.contains(lower)) {
            return new ReportColumn(name, Type.NUMBER);
        }
        return new ReportColumn(name, lower.equals("date") || lower.endsWith(" date") ? Type.DATE : Type.TEXT);
    }

    /** Returns the columns of all days: Apple may add columns between two of them. */
    static List<ReportColumn> of(List<ReportDay> days) {
        Map<String, ReportColumn> columns = new LinkedHashMap<>();
        for (ReportDay day : days) {
            day.columns().forEach(name -> columns.computeIfAbsent(name, ReportColumn::of));
        }
        return List.copyOf(columns.values());
    }

    /**
     * Reads the cell of a row: a date, a decimal number or text; null if it is blank or the row has no such column.
     *
     * @throws io.github.ascjava.reports.InvalidReportException if the cell is not of the type
     */
    public @Nullable Object value(ReportRow row) {
        if (!row.hasColumn(name)) {
            return null;
        }
        return switch (type) {
            case TEXT -> row.text(name);
            case NUMBER -> row.decimal(name);
            case DATE -> row.date(name);
        };
    }
}
