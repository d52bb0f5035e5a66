package io.github.ascjava.reports;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A row of a PRE_ORDER report: the pre-orders of one app in one country.
 *
 * <p>Accessors return null if the cell is blank or if the report has no such column, and throw {@link
 * InvalidReportException} if it should be a number or date and is not. {@link #row()} has all columns, also those that
 * this version of the library does not know. Immutable and safe to use from many threads.
 *
 * @param row the row of the file
 * @see <a href="https://developer.apple.com/help/app-store-connect/reference/pre-order-report">Apple's page</a>
 * @since 0.1.0
 */
public record PreOrderRow(ReportRow row) implements Serializable {

    /**
     * Creates a view of a row.
     *
     * @throws IllegalArgumentException if the row is not of this report: if it has no column {@code Cumulative Ordered}
     */
    public PreOrderRow {
        Objects.requireNonNull(row, "row").require("PRE_ORDER", "Cumulative Ordered");
    }

    /** Returns the service provider, {@code APPLE}. */
    public @Nullable String provider() {
        return row.textIfPresent("Provider");
    }

    /** Returns the country of the service provider. */
    public @Nullable String providerCountry() {
        return row.textIfPresent("Provider Country");
    }

    /** Returns the SKU of the app. */
    public @Nullable String sku() {
        return row.textIfPresent("SKU");
    }

    /** Returns the name of the developer. */
    public @Nullable String developer() {
        return row.textIfPresent("Developer");
    }

    /** Returns the name of the app. */
    public @Nullable String title() {
        return row.textIfPresent("Title");
    }

    /** Returns the day on which pre-orders began. */
    public @Nullable LocalDate preOrderStartDate() {
        return row.dateIfPresent("Pre-Order Start Date");
    }

    /** Returns the last day of pre-orders. */
    public @Nullable LocalDate preOrderEndDate() {
        return row.dateIfPresent("Pre-Order End Date");
    }

    /** Returns the number of pre-orders in the period. */
    public @Nullable BigDecimal ordered() {
        return row.decimalIfPresent("Ordered");
    }

    /** Returns the number of canceled pre-orders in the period. */
    public @Nullable BigDecimal canceled() {
        return row.decimalIfPresent("Canceled");
    }

    /** Returns the number of pre-orders since they began; not to be added up over periods. */
    public @Nullable BigDecimal cumulativeOrdered() {
        return row.decimalIfPresent("Cumulative Ordered");
    }

    /** Returns the number of canceled pre-orders since they began; not to be added up over periods. */
    public @Nullable BigDecimal cumulativeCanceled() {
        return row.decimalIfPresent("Cumulative Canceled");
    }

    /** Returns the first day of the report. */
    public @Nullable LocalDate startDate() {
        return row.dateIfPresent("Start Date");
    }

    /** Returns the last day of the report. */
    public @Nullable LocalDate endDate() {
        return row.dateIfPresent("End Date");
    }

    /** Returns the country or region of the App Store, as two letters. */
    public @Nullable String countryCode() {
        return row.textIfPresent("Country Code");
    }

    /** Returns the Apple ID of the app, which is its ID in the API. */
    public @Nullable String appleIdentifier() {
        return row.textIfPresent("Apple Identifier");
    }

    /** Returns the type of device, such as {@code iPhone}. */
    public @Nullable String device() {
        return row.textIfPresent("Device");
    }

    /** Returns the platforms of the app, such as {@code iOS}. */
    public @Nullable String supportedPlatforms() {
        return row.textIfPresent("Supported Platforms");
    }
}
