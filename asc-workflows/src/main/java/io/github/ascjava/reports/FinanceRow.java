package io.github.ascjava.reports;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A row of a FINANCIAL report: the units of one product that were paid on the same terms in a fiscal month.
 *
 * <p>Partner Share is for each unit and always positive. {@link #proceeds()} is the money of the row; add only amounts
 * of one currency.
 *
 * <p>Accessors return null if the cell is blank or if the report has no such column, and throw {@link
 * InvalidReportException} if it should be a number or date and is not. {@link #row()} has all columns, also those that
 * this version of the library does not know. Immutable and safe to use from many threads.
 *
 * @param row the row of the file
 * @see <a href="https://developer.apple.com/help/app-store-connect/reference/financial-report-fields">Apple's page</a>
 * @since 0.1.0
 */
public record FinanceRow(ReportRow row) implements Serializable {

    /**
     * Creates a view of a row.
     *
     * @throws IllegalArgumentException if the row is not of this report: if it has no column {@code Vendor Identifier}
     */
    public FinanceRow {
        Objects.requireNonNull(row, "row").require("FINANCIAL", "Vendor Identifier");
    }

    /** Returns the first day of the fiscal month. */
    public @Nullable LocalDate startDate() {
        return row.dateIfPresent("Start Date");
    }

    /** Returns the last day of the fiscal month. */
    public @Nullable LocalDate endDate() {
        return row.dateIfPresent("End Date");
    }

    /** Returns null for apps. */
    public @Nullable String upc() {
        return row.textIfPresent("UPC");
    }

    /** Returns the SKU of the app, or the product ID of the in-app purchase. */
    public @Nullable String isrcOrIsbn() {
        return row.textIfPresent("ISRC/ISBN");
    }

    /** Returns the SKU of the app, or the product ID of the in-app purchase. */
    public @Nullable String vendorIdentifier() {
        return row.textIfPresent("Vendor Identifier");
    }

    /** Returns the number of units; negative in returns. */
    public @Nullable Long quantity() {
        return row.integerIfPresent("Quantity");
    }

    /** Returns the proceeds for each unit, always positive. */
    public @Nullable BigDecimal partnerShare() {
        return row.decimalIfPresent("Partner Share");
    }

    /** Returns the quantity times the partner share; negative in returns. */
    public @Nullable BigDecimal extendedPartnerShare() {
        return row.decimalIfPresent("Extended Partner Share");
    }

    /** Returns the currency of both shares, an ISO 4217 code. */
    public @Nullable String partnerShareCurrency() {
        return row.textIfPresent("Partner Share Currency");
    }

    /** Returns {@code S} for a sale, {@code R} for a return. */
    public @Nullable String saleOrReturn() {
        return row.textIfPresent("Sale or Return");
    }

    /** Returns the Apple ID of the app or in-app purchase. */
    public @Nullable String appleIdentifier() {
        return row.textIfPresent("Apple Identifier");
    }

    /** Returns the legal name of the developer. */
    public @Nullable String developer() {
        return row.textIfPresent("Artist/Show/Developer/Author");
    }

    /** Returns the name of the app or in-app purchase. */
    public @Nullable String title() {
        return row.textIfPresent("Title");
    }

    /** Returns the kind of product. */
    public @Nullable String productTypeIdentifier() {
        return row.textIfPresent("Product Type Identifier");
    }

    /** Returns the country or region of the App Store, as two letters. */
    public @Nullable String countryOfSale() {
        return row.textIfPresent("Country of Sale");
    }

    /** Returns the kind of promotional code that was used. */
    public @Nullable String promoCode() {
        return row.textIfPresent("Promo Code");
    }

    /** Returns the price of each unit in the customer currency. */
    public @Nullable BigDecimal customerPrice() {
        return row.decimalIfPresent("Customer Price");
    }

    /** Returns the currency of the customer price, an ISO 4217 code. */
    public @Nullable String customerCurrency() {
        return row.textIfPresent("Customer Currency");
    }

    /**
     * Returns the money of the row: the extended partner share with its currency, negative in returns; null if one is
     * null.
     */
    public @Nullable Money proceeds() {
        return Money.ofNullable(extendedPartnerShare(), partnerShareCurrency());
    }
}
