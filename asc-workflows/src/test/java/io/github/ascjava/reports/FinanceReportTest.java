package io.github.ascjava.reports;

import static io.github.ascjava.reports.ReportFiles.line;
import static io.github.ascjava.reports.ReportFiles.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The parts of finance reports are read apart, so that no money is counted twice. */
class FinanceReportTest {

    private static final String HEADER = line("Start Date", "Quantity", "Extended Partner Share");

    @TempDir
    private Path folder;

    @Test
    void theReportOfARegionEndsWithTotals() {
        try (FinanceReport report = FinanceReport.open(GoldenFiles.open("finance-region"))) {
            assertThat(money(report.stream(), FinanceRow::new, FinanceRow::proceeds))
                    .containsExactly("70.00 USD", "-2.10 USD");
            assertThat(report.preamble()).isEmpty();
            assertThat(report.summary().totals())
                    .containsExactly(
                            entry("Total_Rows", "2"), entry("Total_Amount", "67.90"), entry("Total_Units", "97"));
            assertThat(report.summary().rows()).isEmpty();
        }
    }

    @Test
    void theReportOfAllRegionsEndsWithASecondTable() {
        try (FinanceReport report = FinanceReport.open(GoldenFiles.open("finance-all"))) {
            assertThat(money(report.stream(), FinanceRow::new, FinanceRow::proceeds))
                    .containsExactly("70.00 USD", "-2.10 USD", "1680.00 JPY");
            FinanceSummary summary = report.summary();
            assertThat(summary.totals()).containsExactly(entry("Total_Rows", "3"));
            assertThat(summary.rows())
                    .extracting(row -> row.text("Country of Sale") + " " + row.decimal("Extended Partner Share"))
                    .containsExactly("JP 1680.00", "US 67.90");
            assertThat(summary.rows()).extracting(ReportRow::lineNumber).containsExactly(7L, 8L);
        }
    }

    @Test
    void theDetailReportBeginsWithValuesAndEndsWithASecondTable() {
        try (FinanceReport report = FinanceReport.open(GoldenFiles.open("finance-detail"))) {
            assertThat(report.preamble())
                    .containsExactly(
                            entry("Vendor Name", "Bean Studio"),
                            entry("Start Date", "11/30/2026"),
                            entry("End Date", "12/27/2026"));
            assertThat(report.columns())
                    .startsWith("Transaction Date", "Settlement Date")
                    .hasSize(18);
            assertThat(money(report.stream(), FinanceDetailRow::new, FinanceDetailRow::proceeds))
                    .containsExactly("1.30 EUR", "-0.65 EUR");
            assertThat(report.summary().rows())
                    .extracting(row -> row.decimal("Extended Partner Share"))
                    .containsExactly(new BigDecimal("0.65"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"finance-region", "finance-all", "finance-detail"})
    void theSummaryIsNeverAmongTheRows(String file) {
        for (ReportRow row : GoldenFiles.rows(file)) {
            BigDecimal product = Objects.requireNonNull(row.decimal("Partner Share"))
                    .multiply(Objects.requireNonNull(row.decimal("Quantity")));
            assertThat(row.decimal("Extended Partner Share")).isEqualByComparingTo(product);
        }
    }

    @Test
    void aReportMayEndWithoutSummary() {
        try (FinanceReport report = FinanceReport.open(GoldenFiles.open("finance-detail-fewer-columns"))) {
            assertThat(report).hasSize(2);
            assertThat(report.summary().totals()).isEmpty();
            assertThat(report.summary().rows()).isEmpty();
        }
    }

    @Test
    void theSummaryIsKnownAfterTheRows() {
        try (FinanceReport report = FinanceReport.open(GoldenFiles.open("finance-all"))) {
            assertThatThrownBy(report::summary)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage(
                            "The summary is below the rows, and not all of them have been read. Read the rows first.");
            report.iterator().next();
            assertThatThrownBy(report::summary).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void theSecondTableMayComeWithoutTotalsAndInAnyCase() {
        try (FinanceReport report = open(HEADER + line("11/01/2026", "1", "0.70") + "\r\n"
                + line("COUNTRY OF SALE", "Quantity") + line("US", "1"))) {
            assertThat(report).hasSize(1);
            assertThat(report.summary().rows())
                    .extracting(row -> row.text("Country Of Sale"))
                    .containsExactly("US");
        }
    }

    @Test
    void onlyFinanceReportsHaveASummary() {
        List<ReportRow> rows = ReportFiles.rows(
                line("Title", "Units") + line("Total_Rows", "1") + line("Country Of Sale", "2") + line("x", "3"));

        assertThat(rows).extracting(row -> row.text("Title")).containsExactly("Total_Rows", "Country Of Sale", "x");
    }

    @Test
    void anotherReportIsNotAFinanceReport() throws IOException {
        Path sales = Files.write(
                folder.resolve("sales.txt"), GoldenFiles.open("sales").readAllBytes());

        assertThatThrownBy(() -> FinanceReport.open(sales))
                .isInstanceOf(InvalidReportException.class)
                .hasMessage("The file sales.txt is not a finance report: it has no column 'Extended Partner Share'."
                        + " Open it with ReportReader.");
    }

    @Test
    void aPreambleWithoutEndIsAnError() {
        assertThatThrownBy(() -> open(line("Vendor Name", "x").repeat(30) + HEADER))
                .isInstanceOf(InvalidReportException.class)
                .hasMessageContaining("has no header after 20 lines");
        assertThatThrownBy(() -> open(line("Vendor Name", "x") + line("Start Date", "y")))
                .hasMessageContaining("it has no header");
    }

    @Test
    void aSummaryWithoutEndIsAnError() {
        String file = HEADER
                + line("11/01/2026", "1", "0.70")
                + line("Total_Rows", "1")
                + line("x", "1").repeat(10_001);

        try (FinanceReport report = open(file)) {
            assertThatThrownBy(() -> report.forEach(row -> {}))
                    .isInstanceOf(InvalidReportException.class)
                    .hasMessageContaining("has a summary of more than 10000 lines");
            assertThatThrownBy(report::summary).isInstanceOf(IllegalStateException.class);
        }
    }

    private static FinanceReport open(String text) {
        return FinanceReport.open(new ByteArrayInputStream(utf8(text)));
    }

    private static <V> List<String> money(
            Stream<ReportRow> rows, Function<ReportRow, V> view, Function<V, Money> money) {
        return rows.map(view)
                .map(money)
                .map(amount -> amount.amount() + " " + amount.currency())
                .collect(Collectors.toList());
    }
}
