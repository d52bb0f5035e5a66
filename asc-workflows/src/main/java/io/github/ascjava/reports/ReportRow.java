package io.github.ascjava.reports;

import io.github.ascjava.reports.internal.Cells;
import io.github.ascjava.reports.internal.Columns;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A row of a report, whose cells are read by the names of their columns.
 *
 * <p>A column is found by its name in the file, whatever its position. Case, spaces and punctuation do not matter:
 * {@code country of sale} finds {@code Country Of Sale}. If Apple renamed the column, the earlier and the later name
 * find it. A cell that is empty or has only spaces is null.
 *
 * <p>Rows are immutable, safe to use from many threads, and independent of the reader: they can be kept after it moved
 * on or was closed. Two rows are equal only if they are the same object, because a report may have the same row twice.
 *
 * @since 0.1.0
 */
public final class ReportRow implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Columns columns;
    private final Cells cells;
    private final long lineNumber;
    /** Behind the column that was asked for last: a guess, which may be wrong, so that threads need not agree on it. */
    private transient int next;

    ReportRow(Columns columns, Cells cells, long lineNumber) {
        this.columns = columns;
        this.cells = cells;
        this.lineNumber = lineNumber;
    }

    /** Returns the number of the row's line in the file, counted from 1; the header is usually line 1. */
    public long lineNumber() {
        return lineNumber;
    }

    /** Returns the names of the columns, in the order of the file. */
    public List<String> columns() {
        return columns.names();
    }

    /** Returns whether the report has a column. */
    public boolean hasColumn(String column) {
        return columns.indexOf(column) >= 0;
    }

    /**
     * Returns a cell as text, as it is in the file; null if it is blank.
     *
     * <p>Quotation marks, backslashes and spaces around the text belong to it. Bytes that are not UTF-8 become
     * {@code U+FFFD}.
     *
     * @throws IllegalArgumentException if the report has no such column; {@link #find} accepts that
     */
    public @Nullable String text(String column) {
        return cells.text(requireIndex(column));
    }

    /**
     * Returns a cell as a decimal number; null if it is blank.
     *
     * <p>The decimal sign is a point ({@code .70}). Commas are accepted between groups of three digits only; a decimal
     * comma is an error.
     *
     * @throws IllegalArgumentException if the report has no such column
     * @throws InvalidReportException if the cell is not a decimal number
     */
    public @Nullable BigDecimal decimal(String column) {
        return decimal(requireIndex(column));
    }

    /**
     * Returns a cell as an integer; null if it is blank. {@code 3.00} is 3.
     *
     * @throws IllegalArgumentException if the report has no such column
     * @throws InvalidReportException if the cell is not an integer, or not in the range of a long
     */
    public @Nullable Long integer(String column) {
        return integer(requireIndex(column));
    }

    /**
     * Returns a cell as a date; null if it is blank.
     *
     * <p>Reads {@code MM/DD/YYYY}, the form of sales and finance reports, and {@code YYYY-MM-DD}, the form of analytics
     * reports. The day never comes first.
     *
     * @throws IllegalArgumentException if the report has no such column
     * @throws InvalidReportException if the cell is not such a date
     */
    public @Nullable LocalDate date(String column) {
        return date(requireIndex(column));
    }

    /** Returns a cell as text; empty if it is blank, or if the report has no such column. */
    public Optional<String> find(String column) {
        return Optional.ofNullable(textIfPresent(column));
    }

    /**
     * Returns all cells, in the order of the file; blank ones are null.
     *
     * <p>Has the size of the row in the file, which is smaller than the number of columns if the line is short.
     */
    public List<@Nullable String> cells() {
        List<@Nullable String> texts = new ArrayList<>(cells.size());
        for (int i = 0; i < cells.size(); i++) {
            texts.add(cells.text(i));
        }
        return Collections.unmodifiableList(texts);
    }

    /**
     * Returns all cells by column name, in the order of the file; blank ones are null.
     *
     * <p>If two columns have the same name, the map has the first one; {@link #cells()} has both.
     */
    public Map<String, @Nullable String> toMap() {
        Map<String, @Nullable String> map = new LinkedHashMap<>();
        List<String> names = columns.names();
        for (int i = 0; i < names.size(); i++) {
            if (!map.containsKey(names.get(i))) {
                map.put(names.get(i), cells.text(i));
            }
        }
        return Collections.unmodifiableMap(map);
    }

    /** Returns the line number and all cells, for debugging. */
    @Override
    public String toString() {
        return "line " + lineNumber + ": " + toMap();
    }

    /** Fails if the row is not of the report that a view is for. */
    void require(String report, String column) {
        if (!hasColumn(column)) {
            throw new IllegalArgumentException("The row is not of a " + report + " report: it has no column '" + column
                    + "'. Its columns are " + Excerpt.of(columns.names()) + ".");
        }
    }

    @Nullable
    String textIfPresent(String column) {
        int index = columns.indexOf(column);
        return index < 0 ? null : cells.text(index);
    }

    @Nullable
    BigDecimal decimalIfPresent(String column) {
        int index = columns.indexOf(column);
        return index < 0 ? null : decimal(index);
    }

    @Nullable
    Long integerIfPresent(String column) {
        int index = columns.indexOf(column);
        return index < 0 ? null : integer(index);
    }

    @Nullable
    LocalDate dateIfPresent(String column) {
        int index = columns.indexOf(column);
        return index < 0 ? null : date(index);
    }

    private @Nullable BigDecimal decimal(int index) {
        try {
            return cells.decimal(index);
        } catch (NumberFormatException e) {
            throw invalid(index, "a decimal number such as 1234.50", e);
        }
    }

    private @Nullable Long integer(int index) {
        BigDecimal number = decimal(index);
        try {
            return number == null ? null : number.longValueExact();
        } catch (ArithmeticException e) {
            throw invalid(index, "an integer", e);
        }
    }

    private @Nullable LocalDate date(int index) {
        try {
            return cells.date(index);
        } catch (DateTimeException e) {
            throw invalid(index, "a date such as 11/30/2026 or 2026-11-30", e);
        }
    }

    private int requireIndex(String column) {
        int index = columns.indexOf(column, next);
        if (index < 0) {
            throw new IllegalArgumentException(
                    "The report has no column '" + column + "'. Its columns are " + Excerpt.of(columns.names())
                            + "; find(\"" + column + "\") is empty for a column that may be missing.");
        }
        next = index + 1;
        return index;
    }

    private InvalidReportException invalid(int index, String expected, Exception cause) {
        return new InvalidReportException(
                "Line " + lineNumber + " of the report has '" + Excerpt.of(cells.textOrEmpty(index)) + "' in column '"
                        + Excerpt.of(columns.names().get(index)) + "', which is not " + expected
                        + "; read the cell with text() and check the file.",
                lineNumber,
                cause);
    }
}
