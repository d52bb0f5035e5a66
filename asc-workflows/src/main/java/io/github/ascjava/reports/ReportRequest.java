package io.github.ascjava.reports;

import java.io.Serializable;
import java.time.Instant;

/**
 * The description of one sales or finance report. An immutable value.
 *
 * @since 0.1.0
 */
public sealed interface ReportRequest extends Serializable permits SalesReportRequest, FinanceReportRequest {

    /** Returns the vendor number: digits, shown in Payments and Financial Reports of App Store Connect. */
    String vendorNumber();

    /** Returns when the report normally exists. */
    Instant expectedAt();

    /**
     * Returns the name of the report's file, such as {@code S_D_85012345_20261101.txt.gz}.
     *
     * <p>Sales reports are named as <a
     * href="https://developer.apple.com/help/app-store-connect/reference/report-file-names">Apple names them</a>. Where
     * Apple documents no name, it consists of type, subtype, first letter of the frequency, vendor number and date. Finance
     * reports are named like those of Apple's Reporter, {@code 85012345_0524_ZZ.txt.gz}: vendor number, fiscal period and
     * year, region (docs/live-service.md#finance-file-names).
     */
    String fileName();

    /** Returns the report in words, such as {@code SALES SUMMARY DAILY 2026-11-01 of vendor 85012345}. */
    String describe();
}
