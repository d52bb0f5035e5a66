package io.github.ascjava.reports;

import io.github.ascjava.reports.internal.Cells;
import io.github.ascjava.reports.internal.Columns;
import io.github.ascjava.reports.internal.LineReader;
import io.github.ascjava.reports.internal.UnreadableException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what follows the rows of a finance report (docs/live-service.md#finance-reports-hold-two-tables). */
final class FinanceSummaryReader {

    /** A line for each country and currency, several times over. */
    private static final int MOST_LINES = 10_000;

    private static final String TOTAL = "total_";
    private static final String SECOND_TABLE = "country of sale";

    private final LineReader lines;
    private final Map<String, String> totals = new LinkedHashMap<>();
    private final List<ReportRow> rows = new ArrayList<>();
    private @Nullable Columns columns;
    private boolean ended;

    FinanceSummaryReader(LineReader lines) {
        this.lines = lines;
    }

    static boolean isFinance(Columns columns) {
        return columns.indexOf("Extended Partner Share") >= 0;
    }

    /** Returns whether a line begins the summary; the first cell of a row is a date. */
    static boolean isStart(Cells cells) {
        String first = cells.textOrEmpty(0).strip().toLowerCase(Locale.ROOT);
        return first.startsWith(TOTAL) || first.equals(SECOND_TABLE);
    }

    /** Reads all lines from the first one of the summary to the end of the file. */
    void read(Cells first) throws IOException {
        add(first);
        int count = 1;
        while (lines.next()) {
            if (count++ == MOST_LINES) {
                throw new UnreadableException(
                        "has a summary of more than " + MOST_LINES + " lines; check that the file is a finance report",
                        lines.lineNumber());
            }
            if (!lines.isEmpty()) {
                add(lines.cells());
            }
        }
        ended = true;
    }

    /** Remembers that the file ended without a summary. */
    void end() {
        ended = true;
    }

    @Nullable
    FinanceSummary result() {
        return ended ? new FinanceSummary(totals, rows) : null;
    }

    private void add(Cells cells) {
        String first = cells.textOrEmpty(0).strip();
        if (first.toLowerCase(Locale.ROOT).equals(SECOND_TABLE)) {
            List<String> names = new ArrayList<>();
            for (int i = 0; i < cells.size(); i++) {
                names.add(cells.textOrEmpty(i));
            }
            columns = new Columns(names);
        } else if (columns == null || first.toLowerCase(Locale.ROOT).startsWith(TOTAL)) {
            totals.put(first, cells.textOrEmpty(1));
        } else {
            rows.add(new ReportRow(columns, cells, lines.lineNumber()));
        }
    }
}
