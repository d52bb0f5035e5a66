package io.github.ascjava.reports;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A row of a SALES report: the units of one product that were sold or downloaded on the same terms.
 *
 * <p>Amounts are per unit, each in its own currency. In a refund, units and customer price are negative, while the
 * proceeds stay positive (docs/live-service.md#refunds-have-positive-proceeds): use {@link #totalProceeds()}, and add
 * only amounts of one currency.
 *
 * <p>Accessors return null if the cell is blank or if the report has no such column, and throw {@link
 * InvalidReportException} if it should be a number or date and is not. {@link #row()} has all columns, also those that
 * this version of the library does not know. Immutable and safe to use from many threads.
 *
 * @param row the row of the file
 * @see <a href="https://developer.apple.com/help/app-store-connect/reference/summary-sales-report">Apple's page</a>
 * @since 0.1.0
 */
public record SalesRow(ReportRow row) implements Serializable {

    /**
     * Creates a view of a row.
     *
     * @throws IllegalArgumentException if the row is not of this report: if it has no column {@code Developer Proceeds}
     */
    public SalesRow {
        Objects.requireNonNull(row, "row").require("SALES", "Developer Proceeds");
    }

    /** Returns the service provider, {@code APPLE}. */
    public @Nullable String provider() {
        return row.textIfPresent("Provider");
    }

    /** Returns the country of the service provider. */
    public @Nullable String providerCountry() {
        return row.textIfPresent("Provider Country");
    }

    /** Returns the SKU of the app, or the product ID of the in-app purchase. */
    public @Nullable String sku() {
        return row.textIfPresent("SKU");
    }

    /** Returns the name of the developer. */
    public @Nullable String developer() {
        return row.textIfPresent("Developer");
    }

    /** Returns the name of the app or in-app purchase. */
    public @Nullable String title() {
        return row.textIfPresent("Title");
    }

    /** Returns the version of the app. */
    public @Nullable String version() {
        return row.textIfPresent("Version");
    }

    /** Returns the kind of transaction, such as {@code 1F} for the first download of a universal app. */
    public @Nullable String productTypeIdentifier() {
        return row.textIfPresent("Product Type Identifier");
    }

    /** Returns the number of units; negative in refunds. */
    public @Nullable BigDecimal units() {
        return row.decimalIfPresent("Units");
    }

    /** Returns the proceeds for each unit in the currency of proceeds; positive in refunds. */
    public @Nullable BigDecimal developerProceeds() {
        return row.decimalIfPresent("Developer Proceeds");
    }

    /** Returns the first day of the report. */
    public @Nullable LocalDate beginDate() {
        return row.dateIfPresent("Begin Date");
    }

    /** Returns the last day of the report. */
    public @Nullable LocalDate endDate() {
        return row.dateIfPresent("End Date");
    }

    /** Returns the currency of the customer price, an ISO 4217 code. */
    public @Nullable String customerCurrency() {
        return row.textIfPresent("Customer Currency");
    }

    /** Returns the country or region of the App Store, as two letters. */
    public @Nullable String countryCode() {
        return row.textIfPresent("Country Code");
    }

    /** Returns the currency of the proceeds, an ISO 4217 code. */
    public @Nullable String currencyOfProceeds() {
        return row.textIfPresent("Currency of Proceeds");
    }

    /** Returns the Apple ID of the app or in-app purchase; for an app, its ID in the API. */
    public @Nullable String appleIdentifier() {
        return row.textIfPresent("Apple Identifier");
    }

    /** Returns the price of each unit in the customer currency; negative in refunds. */
    public @Nullable BigDecimal customerPrice() {
        return row.decimalIfPresent("Customer Price");
    }

    /** Returns the kind of promotional code that was used. */
    public @Nullable String promoCode() {
        return row.textIfPresent("Promo Code");
    }

    /** Returns the SKU of the app that an in-app purchase belongs to; null for apps. */
    public @Nullable String parentIdentifier() {
        return row.textIfPresent("Parent Identifier");
    }

    /** Returns {@code New} or {@code Renewal}; null for other products. */
    public @Nullable String subscription() {
        return row.textIfPresent("Subscription");
    }

    /** Returns the duration of the subscription. */
    public @Nullable String period() {
        return row.textIfPresent("Period");
    }

    /** Returns the category of the app. */
    public @Nullable String category() {
        return row.textIfPresent("Category");
    }

    /** Returns whether the purchase completes a bundle, or is the credit for that. */
    public @Nullable String cmb() {
        return row.textIfPresent("CMB");
    }

    /** Returns the type of device, such as {@code iPhone}. */
    public @Nullable String device() {
        return row.textIfPresent("Device");
    }

    /** Returns the platforms of the app, such as {@code iOS}. */
    public @Nullable String supportedPlatforms() {
        return row.textIfPresent("Supported Platforms");
    }

    /** Returns why the share of the proceeds differs, such as {@code Rate After One Year}. */
    public @Nullable String proceedsReason() {
        return row.textIfPresent("Proceeds Reason");
    }

    /** Returns {@code Yes} if the price is preserved. */
    public @Nullable String preservedPricing() {
        return row.textIfPresent("Preserved Pricing");
    }

    /** Returns {@code News} if the purchase came from Apple News. */
    public @Nullable String client() {
        return row.textIfPresent("Client");
    }

    /** Returns the kind of order. */
    public @Nullable String orderType() {
        return row.textIfPresent("Order Type");
    }

    /**
     * Returns the proceeds of all units: units times developer proceeds, so negative in refunds; null if one is null.
     */
    public @Nullable Money totalProceeds() {
        return Money.ofNullable(product(units(), developerProceeds()), currencyOfProceeds());
    }

    /**
     * Returns what customers paid: the units times the price without its sign; negative in refunds; null if one is
     * null.
     */
    public @Nullable Money totalCustomerPrice() {
        BigDecimal price = customerPrice();
        return Money.ofNullable(product(units(), price == null ? null : price.abs()), customerCurrency());
    }

    /**
     * Returns the SKU of the app: of the row itself, or of the app that its in-app purchase belongs to.
     *
     * <p>In-app purchases have an Apple identifier of their own, so this is the column that leads to their app.
     */
    public @Nullable String appSku() {
        String parent = parentIdentifier();
        return parent == null ? sku() : parent;
    }

    private static @Nullable BigDecimal product(@Nullable BigDecimal units, @Nullable BigDecimal each) {
        return units == null || each == null ? null : units.multiply(each);
    }
}
