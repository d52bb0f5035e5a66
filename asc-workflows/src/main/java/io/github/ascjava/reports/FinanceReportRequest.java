package io.github.ascjava.reports;

import io.github.ascjava.client.api.reports.DownloadFinanceReports;
import io.github.ascjava.client.model.reports.FinanceReportType;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;

/**
 * The description of a finance report of a fiscal month.
 *
 * <pre>{@code
 * FinanceReportRequest.financial("85012345", FiscalMonth.parse("2024-05"), FinanceRegion.ALL)
 * FinanceReportRequest.detail("85012345", FiscalMonth.containing(LocalDate.of(2024, 2, 10)))
 * }</pre>
 *
 * @param vendorNumber digits, shown in Payments and Financial Reports of App Store Connect
 * @param reportType {@code FINANCIAL} or {@code FINANCE_DETAIL}
 * @param month the fiscal month
 * @param region the region; for {@code FINANCE_DETAIL} always {@code Z1}
 * @see <a href="https://developer.apple.com/documentation/appstoreconnectapi/get-v1-financereports">Download Finance
 *     Reports</a>
 * @since 0.1.0
 */
public record FinanceReportRequest(String vendorNumber, String reportType, FiscalMonth month, FinanceRegion region)
        implements ReportRequest {

    /**
     * Checks that type and region fit together.
     *
     * @throws IllegalArgumentException if the vendor number is malformed, or if only one of type and region is the one for
     *     details
     */
    public FinanceReportRequest {
        VendorNumbers.check(vendorNumber);
        Objects.requireNonNull(month, "month");
        boolean detail = reportType.equals(FinanceReportType.FINANCE_DETAIL.value());
        if (detail != region.equals(FinanceRegion.DETAIL)) {
            throw new IllegalArgumentException(
                    detail
                            ? "FINANCE_DETAIL reports exist for the region Z1 only, but the region was " + region + "."
                            : "The region Z1 is for FINANCE_DETAIL reports only. Use ZZ for all regions.");
        }
    }

    /**
     * Describes the financial report of a region: one line per product, country, price and kind of sale.
     *
     * @param region such as {@link FinanceRegion#ALL} or {@code FinanceRegion.of("US")}
     */
    public static FinanceReportRequest financial(String vendorNumber, FiscalMonth month, FinanceRegion region) {
        return new FinanceReportRequest(vendorNumber, FinanceReportType.FINANCIAL.value(), month, region);
    }

    /** Describes the detailed report: one line per product, country, price and date, for all regions. */
    public static FinanceReportRequest detail(String vendorNumber, FiscalMonth month) {
        return new FinanceReportRequest(
                vendorNumber, FinanceReportType.FINANCE_DETAIL.value(), month, FinanceRegion.DETAIL);
    }

    @Override
    public Instant expectedAt() {
        return month.expectedAt();
    }

    @Override
    public String fileName() {
        String period = String.format(Locale.ROOT, "%02d%02d", month.period(), month.fiscalYear() % 100);
        return vendorNumber + "_" + period + "_" + region + ".txt.gz";
    }

    @Override
    public String describe() {
        return reportType + " " + month + " for the region " + region + " of vendor " + vendorNumber;
    }

    DownloadFinanceReports query() {
        return new DownloadFinanceReports(vendorNumber, FinanceReportType.of(reportType), region.code(), month.code());
    }
}
