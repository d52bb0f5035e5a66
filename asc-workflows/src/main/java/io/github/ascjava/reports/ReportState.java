package io.github.ascjava.reports;

/**
 * Whether Apple has a report. A report that Apple does not have is a value, not an exception.
 *
 * @see <a href="https://developer.apple.com/help/app-store-connect/reference/sales-and-trends-reports-availability">Sales
 *     and Trends reports availability</a>
 * @since 0.1.0
 */
public enum ReportState {

    /** The report exists. */
    AVAILABLE,

    /** There is nothing to report for the period, and there never will be: a zero. */
    NO_SALES,

    /** Apple has not made the report yet; request it again later. */
    NOT_YET,

    /** The report is older than Apple keeps it: one year, or ten years for yearly sales reports. */
    NO_LONGER;

    /** Returns whether requesting the report again would give the same result. */
    boolean isFinal() {
        return this != NOT_YET;
    }
}
