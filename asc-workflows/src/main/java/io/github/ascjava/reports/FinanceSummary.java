package io.github.ascjava.reports;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The end of a finance report: totals, and a second table with sums of the rows by country and currency.
 *
 * <p>It repeats the money of the rows; do not add it to them.
 *
 * @param totals values by name, such as {@code Total_Rows}, in the order of the file; empty if there are none
 * @param rows the rows of the second table, with columns such as {@code Country Of Sale} and
 *     {@code Extended Partner Share}; empty if there are none
 * @since 0.1.0
 */
public record FinanceSummary(Map<String, String> totals, List<ReportRow> rows) {

    /** Copies both. */
    public FinanceSummary {
        totals = Collections.unmodifiableMap(new LinkedHashMap<>(totals));
        rows = List.copyOf(rows);
    }
}
