package io.github.ascjava.reports;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A row of the analytics report App Store Pre-Orders: the pre-orders of one kind on a day.
 *
 * <p>Accessors return null if the cell is blank or if the report has no such column, and throw {@link
 * InvalidReportException} if it should be a number or date and is not. {@link #row()} has all columns, also those that
 * this version of the library does not know. Immutable and safe to use from many threads.
 *
 * @param row the row of the file
 * @see <a href="https://developer.apple.com/documentation/analytics-reports/app-store-pre-order">Apple's page</a>
 * @since 0.1.0
 */
public record AnalyticsPreOrdersRow(ReportRow row) implements Serializable {

    /**
     * Creates a view of a row.
     *
     * @throws IllegalArgumentException if the row is not of this report: if it has no column {@code Pre-Orders Placed}
     */
    public AnalyticsPreOrdersRow {
        Objects.requireNonNull(row, "row").require("App Store Pre-Orders", "Pre-Orders Placed");
    }

    /** Returns the day; the first day of the period in weekly and monthly instances. */
    public @Nullable LocalDate date() {
        return row.dateIfPresent("Date");
    }

    /** Returns the name of the app in App Store Connect. */
    public @Nullable String appName() {
        return row.textIfPresent("App Name");
    }

    /** Returns the Apple ID of the app, which is its ID in the API. */
    public @Nullable String appAppleIdentifier() {
        return row.textIfPresent("App Apple Identifier");
    }

    /** Returns the type of device, such as {@code iPhone}. */
    public @Nullable String device() {
        return row.textIfPresent("Device");
    }

    /** Returns the system and its version, such as {@code iOS 26.6}. */
    public @Nullable String platformVersion() {
        return row.textIfPresent("Platform Version");
    }

    /** Returns where the user discovered the app, such as {@code App Store search}. */
    public @Nullable String sourceType() {
        return row.textIfPresent("Source Type");
    }

    /** Returns the referring app or website; detailed reports only. */
    public @Nullable String sourceInfo() {
        return row.textIfPresent("Source Info");
    }

    /** Returns the campaign token; detailed reports only. */
    public @Nullable String campaign() {
        return row.textIfPresent("Campaign");
    }

    /** Returns the type of the page that led to the app, such as {@code Product page}. */
    public @Nullable String pageType() {
        return row.textIfPresent("Page Type");
    }

    /** Returns the name of the product page or in-app event; detailed reports only. */
    public @Nullable String pageTitle() {
        return row.textIfPresent("Page Title");
    }

    /** Returns the country or region, as two letters. */
    public @Nullable String territory() {
        return row.textIfPresent("Territory");
    }

    /** Returns the day on which pre-orders began. */
    public @Nullable LocalDate preOrderStartDate() {
        return row.dateIfPresent("Pre-Order Start Date");
    }

    /** Returns the last day of pre-orders. */
    public @Nullable LocalDate preOrderEndDate() {
        return row.dateIfPresent("Pre-Order End Date");
    }

    /** Returns the number of pre-orders. */
    public @Nullable Long preOrdersPlaced() {
        return row.integerIfPresent("Pre-Orders Placed");
    }

    /** Returns the number of canceled pre-orders. */
    public @Nullable Long preOrdersCanceled() {
        return row.integerIfPresent("Pre-Orders Canceled");
    }
}
