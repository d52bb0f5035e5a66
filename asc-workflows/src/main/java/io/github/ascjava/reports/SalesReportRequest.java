package io.github.ascjava.reports;

import io.github.ascjava.client.api.reports.DownloadSalesReports;
import io.github.ascjava.client.error.ApiException;
import io.github.ascjava.client.model.reports.SalesReportSubType;
import io.github.ascjava.client.model.reports.SalesReportType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The description of a sales report: which type, subtype, period and version, for which vendor.
 *
 * <pre>{@code
 * SalesReportRequest.daily("85012345", LocalDate.of(2026, 11, 1))
 * SalesReportRequest.subscriptions("85012345", LocalDate.of(2026, 11, 1)).orLatestVersion()
 * }</pre>
 *
 * @param vendorNumber digits, shown in Payments and Financial Reports of App Store Connect
 * @param reportType the type, such as {@code SALES}
 * @param reportSubType the subtype, such as {@code SUMMARY}
 * @param period the days that the report covers
 * @param version the version of the columns, such as {@code 1_0}; null to send none
 * @param takesLatestVersion whether to accept the version that Apple names when it rejects this one
 * @see <a href="https://developer.apple.com/documentation/appstoreconnectapi/get-v1-salesreports">Download Sales and Trends
 *     Reports</a>
 * @since 0.1.0
 */
public record SalesReportRequest(
        String vendorNumber,
        String reportType,
        String reportSubType,
        ReportPeriod period,
        @Nullable String version,
        boolean takesLatestVersion)
        implements ReportRequest {

    private static final Pattern VERSION = Pattern.compile("\\d+_\\d+");

    /**
     * Checks that all parts fit together, as far as this version of the library knows the type.
     *
     * @throws IllegalArgumentException if a part is malformed, or if Apple has no such report
     */
    public SalesReportRequest {
        VendorNumbers.check(vendorNumber);
        SalesReportKind kind = SalesReportKind.find(reportType, reportSubType);
        if (kind != null) {
            kind.requireUnit(period.unit());
        }
        if (version != null && !VERSION.matcher(version).matches()) {
            throw new IllegalArgumentException("A report version has the form 1_0, but was '" + version + "'.");
        }
    }

    /** Describes the sales of a day. */
    public static SalesReportRequest daily(String vendorNumber, LocalDate day) {
        return sales(vendorNumber, ReportPeriod.day(day));
    }

    /**
     * Describes the sales of each day of a range, in order, such as for {@link Reports#backfill}.
     *
     * @param from the first day
     * @param to the last day, not before the first one
     */
    public static List<SalesReportRequest> days(String vendorNumber, LocalDate from, LocalDate to) {
        return from.datesUntil(to.plusDays(1))
                .map(day -> daily(vendorNumber, day))
                .toList();
    }

    /**
     * Describes the sales of a week.
     *
     * @param sunday the last day of the week
     * @throws IllegalArgumentException if it is not a Sunday; the message names the Sunday of that week
     */
    public static SalesReportRequest weekly(String vendorNumber, LocalDate sunday) {
        return sales(vendorNumber, ReportPeriod.week(sunday));
    }

    /** Describes the sales of a calendar month. */
    public static SalesReportRequest monthly(String vendorNumber, YearMonth month) {
        return sales(vendorNumber, ReportPeriod.month(month));
    }

    /** Describes the sales of a calendar year. */
    public static SalesReportRequest yearly(String vendorNumber, Year year) {
        return sales(vendorNumber, ReportPeriod.year(year));
    }

    /** Describes the active subscriptions of a day. */
    public static SalesReportRequest subscriptions(String vendorNumber, LocalDate day) {
        return of(vendorNumber, SalesReportType.SUBSCRIPTION, SalesReportSubType.SUMMARY, ReportPeriod.day(day));
    }

    /** Describes the events of subscriptions on a day, such as renewals. */
    public static SalesReportRequest subscriptionEvents(String vendorNumber, LocalDate day) {
        return of(vendorNumber, SalesReportType.SUBSCRIPTION_EVENT, SalesReportSubType.SUMMARY, ReportPeriod.day(day));
    }

    /** Describes the transactions of single subscribers, without their names, on a day. */
    public static SalesReportRequest subscribers(String vendorNumber, LocalDate day) {
        return of(vendorNumber, SalesReportType.SUBSCRIBER, SalesReportSubType.DETAILED, ReportPeriod.day(day));
    }

    /**
     * Describes any report, in the newest version that this version of the library knows.
     *
     * @throws IllegalArgumentException if Apple has no such report; types that the library does not know pass
     */
    public static SalesReportRequest of(
            String vendorNumber, SalesReportType type, SalesReportSubType subType, ReportPeriod period) {
        SalesReportKind kind = SalesReportKind.find(type.value(), subType.value());
        return new SalesReportRequest(
                vendorNumber, type.value(), subType.value(), period, kind == null ? null : kind.version(), false);
    }

    private static SalesReportRequest sales(String vendorNumber, ReportPeriod period) {
        return of(vendorNumber, SalesReportType.SALES, SalesReportSubType.SUMMARY, period);
    }

    /**
     * Returns the same description with another version.
     *
     * @param newVersion such as {@code 1_4}; versions change without notice
     *     (docs/live-service.md#report-versions-move)
     */
    public SalesReportRequest withVersion(String newVersion) {
        return new SalesReportRequest(
                vendorNumber,
                reportType,
                reportSubType,
                period,
                Objects.requireNonNull(newVersion, "version"),
                takesLatestVersion);
    }

    /**
     * Returns the version that Apple names when it rejects another one, such as {@code 1_5}; empty for other failures.
     *
     * @param failure thrown by {@link Reports#sales(SalesReportRequest)}
     */
    public static Optional<String> latestVersion(ApiException failure) {
        return ReportAdvice.latestVersion(failure);
    }

    /**
     * Returns the same description, but if Apple rejects the version and names its latest one, that one is requested
     * instead, once. Its columns may differ; read them by name.
     */
    public SalesReportRequest orLatestVersion() {
        return new SalesReportRequest(vendorNumber, reportType, reportSubType, period, version, true);
    }

    @Override
    public Instant expectedAt() {
        return period.expectedAt();
    }

    @Override
    public String fileName() {
        SalesReportKind kind = SalesReportKind.find(reportType, reportSubType);
        String letter = period.unit().frequency.substring(0, 1);
        String start = kind == null || kind.fileName() == null
                ? reportType + "_" + reportSubType + "_" + letter
                : kind.fileName().replace("*", letter);
        String end = reportType.equals(SalesReportType.WIN_BACK_ELIGIBILITY.value()) ? "_V1_0" : "";
        return start + "_" + vendorNumber + "_" + period.reportDate().replace("-", "") + end + ".txt.gz";
    }

    @Override
    public String describe() {
        return reportType + " " + reportSubType + " " + period.unit().frequency + " " + period.reportDate()
                + " of vendor " + vendorNumber;
    }

    DownloadSalesReports query() {
        DownloadSalesReports query = new DownloadSalesReports(
                        vendorNumber,
                        SalesReportType.of(reportType),
                        SalesReportSubType.of(reportSubType),
                        period.frequency())
                .filterReportDate(period.reportDate());
        return version == null ? query : query.filterVersion(version);
    }
}
