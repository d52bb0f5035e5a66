package io.github.ascjava.examples.reports;

import io.github.ascjava.examples.cli.SpreadsheetText;
import io.github.ascjava.reports.ReportRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes days of a report as CSV (RFC 4180), with dates such as 2026-11-20 and numbers with a decimal point. */
final class CsvDays {

    private static final String LINE_END = "\r\n";

    private CsvDays() {}

    /** Writes all columns of all days, one row after the other. */
    static void write(List<ReportDay> days, Writer out) throws IOException {
        List<ReportColumn> columns = ReportColumn.of(days);
        out.write(line(columns.stream().map(ReportColumn::name).toList()));
        for (ReportDay day : days) {
            day.forEachRow(row -> write(row, columns, out));
        }
    }

    private static void write(ReportRow row, List<ReportColumn> columns, Writer out) {
        try {
            out.write(
                    line(columns.stream().map(column -> text(column.value(row))).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Texts may come from strangers, such as the campaign of a link. */
    private static String text(@Nullable Object value) {
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return value == null ? "" : SpreadsheetText.of(value.toString());
    }

    /** Returns a line with its end. */
    static String line(List<String> cells) {
        return cells.stream().map(CsvDays::quoted).collect(Collectors.joining(",", "", LINE_END));
    }

    private static String quoted(String cell) {
        boolean isPlain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n')
                && cell.equals(cell.strip());
        return isPlain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
