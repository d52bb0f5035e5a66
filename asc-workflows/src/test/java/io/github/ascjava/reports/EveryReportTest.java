package io.github.ascjava.reports;

import static io.github.ascjava.reports.TestReports.SOLD;
import static io.github.ascjava.reports.TestReports.VENDOR;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ascjava.client.model.reports.AnalyticsReport;
import io.github.ascjava.client.model.reports.AnalyticsReportCategory;
import io.github.ascjava.client.model.reports.AnalyticsReportInstance;
import io.github.ascjava.client.model.reports.AnalyticsReportInstanceGranularity;
import io.github.ascjava.client.model.reports.AnalyticsReportRequest;
import io.github.ascjava.client.model.reports.AnalyticsReportRequestAccessType;
import io.github.ascjava.testing.Sandbox;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every report that the sandbox has data for, read through. */
class EveryReportTest {

    private static final String CORTADO = "1074682240";
    private static final List<AnalyticsReportCategory> CATEGORIES = List.of(
            AnalyticsReportCategory.APP_USAGE,
            AnalyticsReportCategory.APP_STORE_ENGAGEMENT,
            AnalyticsReportCategory.COMMERCE,
            AnalyticsReportCategory.FRAMEWORK_USAGE,
            AnalyticsReportCategory.PERFORMANCE);
    private static final List<AnalyticsReportInstanceGranularity> GRANULARITIES = List.of(
            AnalyticsReportInstanceGranularity.DAILY,
            AnalyticsReportInstanceGranularity.WEEKLY,
            AnalyticsReportInstanceGranularity.MONTHLY);

    private final Sandbox sandbox = TestReports.sandbox().unusualReports().start();
    private final Reports reports = Reports.of(sandbox.client());

    @AfterEach
    void close() {
        sandbox.close();
    }

    static Stream<Arguments> sales() {
        LocalDate sunday = LocalDate.of(2026, 11, 15);
        return Stream.of(
                sales(SalesReportRequest.daily(VENDOR, SOLD), SalesRow::new),
                sales(SalesReportRequest.weekly(VENDOR, sunday), SalesRow::new),
                sales(SalesReportRequest.monthly(VENDOR, YearMonth.of(2026, 10)), SalesRow::new),
                sales(SalesReportRequest.yearly(VENDOR, Year.of(2025)), SalesRow::new),
                sales(SalesReportRequest.subscriptions(VENDOR, SOLD), SubscriptionRow::new),
                sales(SalesReportRequest.subscriptionEvents(VENDOR, SOLD), SubscriptionEventRow::new),
                sales(SalesReportRequest.subscribers(VENDOR, SOLD), SubscriberRow::new));
    }

    private static Arguments sales(SalesReportRequest request, Function<ReportRow, ?> view) {
        return Arguments.of(request, view);
    }

    @ParameterizedTest
    @MethodSource("sales")
    void cellsOfSalesReportsAreThoseOfTheFile(SalesReportRequest request, Function<ReportRow, ?> view)
            throws IOException {
        try (Report report = reports.sales(request)) {
            List<ReportRow> rows = readThrough(report);

            assertThat(rows).isNotEmpty();
            assertThat(rows.stream().map(view)).doesNotContainNull();
        }
    }

    @Test
    void rowsOfFinanceReportsAddUpToTheirSummary() {
        FiscalMonth month = FiscalMonth.containing(SOLD).previous();

        assertThat(proceeds(FinanceReportRequest.financial(VENDOR, month, FinanceRegion.ALL)))
                .isNotZero();
        assertThat(proceeds(FinanceReportRequest.detail(VENDOR, month))).isNotZero();
    }

    @Test
    void cellsOfAnalyticsReportsAreThoseOfTheFile() throws IOException {
        Analytics analytics = reports.analytics(CORTADO);
        AnalyticsReportRequest request = analytics.ensureRequest(AnalyticsReportRequestAccessType.ONGOING);
        sandbox.advanceTime(Duration.ofDays(20));

        List<String> read = new ArrayList<>();
        for (AnalyticsReportCategory category : CATEGORIES) {
            for (AnalyticsReport report : analytics.reports(request, category)) {
                for (AnalyticsReportInstanceGranularity each : GRANULARITIES) {
                    List<AnalyticsReportInstance> instances = analytics.instances(report, each);
                    if (!instances.isEmpty()) {
                        readThrough(analytics, instances.get(0));
                        read.add(report.name() + " " + each);
                    }
                }
            }
        }
        assertThat(read)
                .contains(
                        "App Downloads Standard DAILY",
                        "App Crashes DAILY",
                        "App Sessions Standard WEEKLY",
                        "App Store Purchases Standard DAILY",
                        "App Store Discovery and Engagement Detailed WEEKLY",
                        "App Store Subscription Event Report Standard DAILY",
                        "Home Screen Widget Installations DAILY");
    }

    private BigDecimal proceeds(FinanceReportRequest request) {
        try (Report report = reports.finance(request);
                FinanceReport parts = report.financeParts()) {
            BigDecimal rows = BigDecimal.ZERO;
            for (ReportRow row : parts) {
                rows = rows.add(Objects.requireNonNull(row.decimal("Extended Partner Share")));
            }
            BigDecimal summary = parts.summary().rows().stream()
                    .map(row -> Objects.requireNonNull(row.decimal("Extended Partner Share")))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(rows).isEqualByComparingTo(summary);
            return rows;
        }
    }

    private static void readThrough(Analytics analytics, AnalyticsReportInstance instance) throws IOException {
        try (Report report = analytics.open(instance)) {
            assertThat(readThrough(report)).isNotEmpty();
        }
    }

    /** Reads a table, and compares each cell with what splitting the file at line ends and tabs gives. */
    private static List<ReportRow> readThrough(Report report) throws IOException {
        assertThat(report.state()).isEqualTo(ReportState.AVAILABLE);
        byte[] bytes = report.body().readAllBytes();
        List<List<@Nullable String>> expected = split(bytes);
        try (ReportReader reader = ReportReader.open(new ByteArrayInputStream(bytes))) {
            assertThat(reader.columns()).isEqualTo(expected.get(0));
            List<ReportRow> rows = reader.stream().toList();
            assertThat(rows.stream().map(ReportRow::cells)).isEqualTo(expected.subList(1, expected.size()));
            return rows;
        }
    }

    private static List<List<@Nullable String>> split(byte[] bytes) throws IOException {
        String text = bytes[0] == 0x1f
                ? String.join("\n", TestReports.lines(new ByteArrayInputStream(bytes)))
                : new String(bytes, StandardCharsets.UTF_8);
        return text.replace("\uFEFF", "").lines().map(EveryReportTest::cells).toList();
    }

    private static List<@Nullable String> cells(String line) {
        return Arrays.stream(line.split("\t", -1))
                .<@Nullable String>map(cell -> cell.isBlank() ? null : cell)
                .toList();
    }
}
