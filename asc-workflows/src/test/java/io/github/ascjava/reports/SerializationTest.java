package io.github.ascjava.reports;

import static io.github.ascjava.reports.TestReports.SOLD;
import static io.github.ascjava.reports.TestReports.VENDOR;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SerializationTest {

    static Stream<Object> values() {
        SalesReportRequest sales =
                SalesReportRequest.subscriptions(VENDOR, SOLD).orLatestVersion();
        return Stream.of(
                sales,
                FinanceReportRequest.detail(VENDOR, FiscalMonth.parse("2024-05")),
                ReportFile.of(sales, Path.of("Subscription_85012345_20261119.txt.gz")),
                ReportFile.of(sales, new Outcome(ReportState.NOT_YET, TestReports.NOW, "Report is not available yet.")),
                new AnalyticsDays(SOLD, List.of(SOLD.minusDays(40)), false),
                new BackfillProgress(1, 2, 1));
    }

    @ParameterizedTest
    @MethodSource("values")
    void requestsAndResultsAreSerializableValues(Object value) throws Exception {
        assertThat(TestReports.copy(value)).isEqualTo(value);
    }
}
