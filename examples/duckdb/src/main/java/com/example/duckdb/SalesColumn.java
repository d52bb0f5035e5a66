package com.example.duckdb;

import io.github.ascjava.reports.ReportRow;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/**
 * A column of Apple's sales report and of the table {@code sales}.
 *
 * @param header its name in the report, such as {@code Begin Date}
 * @param type its type in the table
 */
record SalesColumn(String header, Type type) {

    /** All columns, in the order of the report. */
    static final List<SalesColumn> ALL = List.of(
            text("Provider"),
            text("Provider Country"),
            text("SKU"),
            text("Developer"),
            text("Title"),
            text("Version"),
            text("Product Type Identifier"),
            number("Units"),
            number("Developer Proceeds"),
            date("Begin Date"),
            date("End Date"),
            text("Customer Currency"),
            text("Country Code"),
            text("Currency of Proceeds"),
            text("Apple Identifier"),
            number("Customer Price"),
            text("Promo Code"),
            text("Parent Identifier"),
            text("Subscription"),
            text("Period"),
            text("Category"),
            text("CMB"),
            text("Device"),
            text("Supported Platforms"),
            text("Proceeds Reason"),
            text("Preserved Pricing"),
            text("Client"),
            text("Order Type"));

    /** The types of SQL. */
    enum Type {
        TEXT("VARCHAR"),
        NUMBER("DECIMAL(18, " + SCALE + ")"),
        DATE("DATE");

        private final String sql;

        Type(String sql) {
            this.sql = sql;
        }
    }

    private static final int SCALE = 6;

    /** Returns the name in the table, such as {@code begin_date}. */
    String name() {
        return header.toLowerCase(Locale.ROOT).replace(' ', '_');
    }

    /** Returns the type in the table, such as {@code DATE}. */
    String sqlType() {
        return type.sql;
    }

    /** Returns the declarations of all columns for {@code CREATE TABLE}. */
    static String declarations() {
        return ALL.stream()
                .map(column -> column.name() + " " + column.sqlType())
                .collect(Collectors.joining(", "));
    }

    /** Returns the names of all columns in the table. */
    static Stream<String> names() {
        return ALL.stream().map(SalesColumn::name);
    }

    /** Appends the cell of a row; null if it is blank, or if the report is older than the column. */
    void append(ReportRow row, DuckDBAppender table) throws SQLException {
        if (!row.hasColumn(header)) {
            table.appendNull();
            return;
        }
        switch (type) {
            case TEXT -> table.append(row.text(header));
            case NUMBER -> table.append(exact(row.decimal(header)));
            // As a date, not as text: DuckDB would read 11/02/2026 as February 11.
            case DATE -> table.append(row.date(header));
        }
    }

    /** DuckDB would round silently. */
    private @Nullable BigDecimal exact(@Nullable BigDecimal number) {
        try {
            return number == null ? null : number.setScale(SCALE, RoundingMode.UNNECESSARY);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(
                    "The number " + number + " in column '" + header + "' has more than " + SCALE
                            + " decimal places. Raise SCALE, and load into a new database.",
                    e);
        }
    }

    private static SalesColumn text(String header) {
        return new SalesColumn(header, Type.TEXT);
    }

    private static SalesColumn number(String header) {
        return new SalesColumn(header, Type.NUMBER);
    }

    private static SalesColumn date(String header) {
        return new SalesColumn(header, Type.DATE);
    }
}
