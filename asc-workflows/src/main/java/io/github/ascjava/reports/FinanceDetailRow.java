package io.github.ascjava.reports;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A row of a FINANCE_DETAIL report: transactions of one product on the same terms on a day.
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
public record FinanceDetailRow(ReportRow row) implements Serializable {

    /**
     * Creates a view of a row.
     *
     * @throws IllegalArgumentException if the row is not of this report: if it has no column {@code Settlement Date}
     */
    public FinanceDetailRow {
        Objects.requireNonNull(row, "row").require("FINANCE_DETAIL", "Settlement Date");
    }

    /** Returns the day of the transactions. */
    public @Nullable LocalDate transactionDate() {
        return row.dateIfPresent("Transaction Date");
    }

    /** Returns the day on which they were settled. */
    public @Nullable LocalDate settlementDate() {
        return row.dateIfPresent("Settlement Date");
    }

    /** Returns the Apple ID of the app or in-app purchase. */
    public @Nullable String appleIdentifier() {
        return row.textIfPresent("Apple Identifier");
    }

    /** Returns the SKU of the app, or the product ID of the in-app purchase. */
    public @Nullable String sku() {
        return row.textIfPresent("SKU");
    }

    /** Returns the name of the app or in-app purchase. */
    public @Nullable String title() {
        return row.textIfPresent("Title");
    }

    /** Returns the name of the developer; some files lack the column. */
    public @Nullable String developerName() {
        return row.textIfPresent("Developer Name");
    }

    /** Returns the kind of product; some files lack the column. */
    public @Nullable String productTypeIdentifier() {
        return row.textIfPresent("Product Type Identifier");
    }

    /** Returns the country or region of the App Store, as two letters. */
    public @Nullable String countryOfSale() {
        return row.textIfPresent("Country of Sale");
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

    /** Returns the price of each unit in the customer currency. */
    public @Nullable BigDecimal customerPrice() {
        return row.decimalIfPresent("Customer Price");
    }

    /** Returns the currency of the customer price, an ISO 4217 code. */
    public @Nullable String customerCurrency() {
        return row.textIfPresent("Customer Currency");
    }

    /** Returns {@code S} for a sale, {@code R} for a return. */
    public @Nullable String saleOrReturn() {
        return row.textIfPresent("Sale or Return");
    }

    /** Returns the kind of promotional code that was used. */
    public @Nullable String promoCode() {
        return row.textIfPresent("Promo Code");
    }

    /** Returns the kind of order. */
    public @Nullable String orderType() {
        return row.textIfPresent("Order Type");
    }

    /** Returns the region of the App Store. */
    public @Nullable String region() {
        return row.textIfPresent("Region");
    }

    /**
     * Returns the money of the row: the extended partner share with its currency, negative in returns; null if one is
     * null.
     */
    public @Nullable Money proceeds() {
        return Money.ofNullable(extendedPartnerShare(), partnerShareCurrency());
    }
}
