package io.github.ascjava.reports;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A row of a SUBSCRIPTION_OFFER_CODE_REDEMPTION report: how often an offer code was redeemed in a territory on a day.
 *
 * <p>Accessors return null if the cell is blank or if the report has no such column, and throw {@link
 * InvalidReportException} if it should be a number or date and is not. {@link #row()} has all columns, also those that
 * this version of the library does not know. Immutable and safe to use from many threads.
 *
 * @param row the row of the file
 * @see <a
 *     href="https://developer.apple.com/help/app-store-connect/reference/subscription-offer-redemption-report">Apple's
 *     page</a>
 * @since 0.1.0
 */
public record OfferCodeRedemptionRow(ReportRow row) implements Serializable {

    /**
     * Creates a view of a row.
     *
     * @throws IllegalArgumentException if the row is not of this report: if it has no column {@code Offer Code}
     */
    public OfferCodeRedemptionRow {
        Objects.requireNonNull(row, "row").require("SUBSCRIPTION_OFFER_CODE_REDEMPTION", "Offer Code");
    }

    /** Returns the day of the redemption. */
    public @Nullable LocalDate date() {
        return row.dateIfPresent("Date");
    }

    /** Returns the name of the app. */
    public @Nullable String appName() {
        return row.textIfPresent("App Name");
    }

    /** Returns the Apple ID of the app, which is its ID in the API. */
    public @Nullable String appAppleId() {
        return row.textIfPresent("App Apple ID");
    }

    /** Returns the name of the subscription. */
    public @Nullable String subscriptionName() {
        return row.textIfPresent("Subscription Name");
    }

    /** Returns the Apple ID of the subscription. */
    public @Nullable String subscriptionAppleId() {
        return row.textIfPresent("Subscription Apple ID");
    }

    /** Returns the reference name of the offer. */
    public @Nullable String offerReferenceName() {
        return row.textIfPresent("Offer Reference Name");
    }

    /** Returns the custom code; null for one-time codes. */
    public @Nullable String offerCode() {
        return row.textIfPresent("Offer Code");
    }

    /** Returns the country or region, as two letters. */
    public @Nullable String territory() {
        return row.textIfPresent("Territory");
    }

    /** Returns the number of redemptions. */
    public @Nullable Long redemptions() {
        return row.integerIfPresent("Redemptions");
    }
}
