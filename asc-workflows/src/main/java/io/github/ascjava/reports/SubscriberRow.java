package io.github.ascjava.reports;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A row of a SUBSCRIBER report: one transaction of one subscriber.
 *
 * <p>Accessors return null if the cell is blank or if the report has no such column, and throw {@link
 * InvalidReportException} if it should be a number or date and is not. {@link #row()} has all columns, also those that
 * this version of the library does not know. Immutable and safe to use from many threads.
 *
 * @param row the row of the file
 * @see <a href="https://developer.apple.com/help/app-store-connect/reference/subscriber-report">Apple's page</a>
 * @since 0.1.0
 */
public record SubscriberRow(ReportRow row) implements Serializable {

    /**
     * Creates a view of a row.
     *
     * @throws IllegalArgumentException if the row is not of this report: if it has no column {@code Subscriber ID}
     */
    public SubscriberRow {
        Objects.requireNonNull(row, "row").require("SUBSCRIBER", "Subscriber ID");
    }

    /** Returns the day of the transaction. */
    public @Nullable LocalDate eventDate() {
        return row.dateIfPresent("Event Date");
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

    /** Returns the ID of the subscription group. */
    public @Nullable String subscriptionGroupId() {
        return row.textIfPresent("Subscription Group ID");
    }

    /** Returns the duration of the subscription, such as {@code 1 Month}. */
    public @Nullable String standardSubscriptionDuration() {
        return row.textIfPresent("Standard Subscription Duration");
    }

    /** Returns the reference name of the offer. */
    public @Nullable String subscriptionOfferName() {
        return row.textIfPresent("Subscription Offer Name");
    }

    /** Returns the ID of the offer. */
    public @Nullable String promotionalOfferId() {
        return row.textIfPresent("Promotional Offer ID");
    }

    /** Returns how the offer is paid, such as {@code Free Trial}. */
    public @Nullable String subscriptionOfferType() {
        return row.textIfPresent("Subscription Offer Type");
    }

    /** Returns the duration of the offer, such as {@code 3 Days}. */
    public @Nullable String subscriptionOfferDuration() {
        return row.textIfPresent("Subscription Offer Duration");
    }

    /** Returns the duration of a bonus period for sharing contact details. */
    public @Nullable String marketingOptInDuration() {
        return row.textIfPresent("Marketing Opt-In Duration");
    }

    /** Returns the price in the customer currency; negative in refunds. */
    public @Nullable BigDecimal customerPrice() {
        return row.decimalIfPresent("Customer Price");
    }

    /** Returns the currency of the customer price, an ISO 4217 code. */
    public @Nullable String customerCurrency() {
        return row.textIfPresent("Customer Currency");
    }

    /** Returns the proceeds for each unit, in the proceeds currency. */
    public @Nullable BigDecimal developerProceeds() {
        return row.decimalIfPresent("Developer Proceeds");
    }

    /** Returns the currency of the proceeds, an ISO 4217 code. */
    public @Nullable String proceedsCurrency() {
        return row.textIfPresent("Proceeds Currency");
    }

    /** Returns {@code Yes} if the price is preserved. */
    public @Nullable String preservedPricing() {
        return row.textIfPresent("Preserved Pricing");
    }

    /** Returns why the share of the proceeds differs, such as {@code Rate After One Year}. */
    public @Nullable String proceedsReason() {
        return row.textIfPresent("Proceeds Reason");
    }

    /** Returns {@code News} if the purchase came from Apple News. */
    public @Nullable String client() {
        return row.textIfPresent("Client");
    }

    /** Returns the type of device, such as {@code iPhone}. */
    public @Nullable String device() {
        return row.textIfPresent("Device");
    }

    /** Returns the country or region, as two letters. */
    public @Nullable String country() {
        return row.textIfPresent("Country");
    }

    /** Returns the ID that Apple made for the subscriber of this app. */
    public @Nullable String subscriberId() {
        return row.textIfPresent("Subscriber ID");
    }

    /** Returns {@code Yes} if the subscriber has reset the ID. */
    public @Nullable String subscriberIdReset() {
        return row.textIfPresent("Subscriber ID Reset");
    }

    /** Returns {@code Yes} in refunds. */
    public @Nullable String refund() {
        return row.textIfPresent("Refund");
    }

    /** Returns the day of the purchase that was refunded. */
    public @Nullable LocalDate purchaseDate() {
        return row.dateIfPresent("Purchase Date");
    }

    /** Returns the number of units. */
    public @Nullable BigDecimal units() {
        return row.decimalIfPresent("Units");
    }

    /** Returns whether the row is a refund. */
    public boolean isRefund() {
        return "Yes".equalsIgnoreCase(refund());
    }
}
