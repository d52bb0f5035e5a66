package io.github.ascjava.reports;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A row of a SUBSCRIPTION_EVENT report: how often one event happened to subscriptions of one kind on a day.
 *
 * <p>Accessors return null if the cell is blank or if the report has no such column, and throw {@link
 * InvalidReportException} if it should be a number or date and is not. {@link #row()} has all columns, also those that
 * this version of the library does not know. Immutable and safe to use from many threads.
 *
 * @param row the row of the file
 * @see <a href="https://developer.apple.com/help/app-store-connect/reference/subscription-event-report">Apple's
 *     page</a>
 * @since 0.1.0
 */
public record SubscriptionEventRow(ReportRow row) implements Serializable {

    /**
     * Creates a view of a row.
     *
     * @throws IllegalArgumentException if the row is not of this report: if it has no column {@code Consecutive Paid
     *     Periods}
     */
    public SubscriptionEventRow {
        Objects.requireNonNull(row, "row").require("SUBSCRIPTION_EVENT", "Consecutive Paid Periods");
    }

    /** Returns the day of the event. */
    public @Nullable LocalDate eventDate() {
        return row.dateIfPresent("Event Date");
    }

    /** Returns the event, such as {@code Renew}. */
    public @Nullable String event() {
        return row.textIfPresent("Event");
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

    /** Returns how the offer is paid, such as {@code Free Trial}. */
    public @Nullable String subscriptionOfferType() {
        return row.textIfPresent("Subscription Offer Type");
    }

    /** Returns the duration of the offer, such as {@code 3 Days}. */
    public @Nullable String subscriptionOfferDuration() {
        return row.textIfPresent("Subscription Offer Duration");
    }

    /** Returns {@code Yes} if there is a bonus period for sharing contact details. */
    public @Nullable String marketingOptIn() {
        return row.textIfPresent("Marketing Opt-In");
    }

    /** Returns the duration of the bonus period. */
    public @Nullable String marketingOptInDuration() {
        return row.textIfPresent("Marketing Opt-In Duration");
    }

    /** Returns {@code Yes} if the price is preserved. */
    public @Nullable String preservedPricing() {
        return row.textIfPresent("Preserved Pricing");
    }

    /** Returns why the share of the proceeds differs, such as {@code Rate After One Year}. */
    public @Nullable String proceedsReason() {
        return row.textIfPresent("Proceeds Reason");
    }

    /** Returns the reference name of the offer. */
    public @Nullable String subscriptionOfferName() {
        return row.textIfPresent("Subscription Offer Name");
    }

    /** Returns the ID of the offer. */
    public @Nullable String promotionalOfferId() {
        return row.textIfPresent("Promotional Offer ID");
    }

    /** Returns the number of consecutive paid periods. */
    public @Nullable Long consecutivePaidPeriods() {
        return row.integerIfPresent("Consecutive Paid Periods");
    }

    /** Returns the day on which the subscription began. */
    public @Nullable LocalDate originalStartDate() {
        return row.dateIfPresent("Original Start Date");
    }

    /** Returns the type of device, such as {@code iPhone}. */
    public @Nullable String device() {
        return row.textIfPresent("Device");
    }

    /** Returns {@code News} if the purchase came from Apple News. */
    public @Nullable String client() {
        return row.textIfPresent("Client");
    }

    /** Returns the state or province of the customer as entered, not validated. */
    public @Nullable String state() {
        return row.textIfPresent("State");
    }

    /** Returns the country or region, as two letters. */
    public @Nullable String country() {
        return row.textIfPresent("Country");
    }

    /** Returns the name of the subscription that was changed. */
    public @Nullable String previousSubscriptionName() {
        return row.textIfPresent("Previous Subscription Name");
    }

    /** Returns the Apple ID of the subscription that was changed. */
    public @Nullable String previousSubscriptionAppleId() {
        return row.textIfPresent("Previous Subscription Apple ID");
    }

    /** Returns for cancellations, the number of days before the subscriber canceled. */
    public @Nullable Long daysBeforeCanceling() {
        return row.integerIfPresent("Days Before Canceling");
    }

    /** Returns why the subscription was canceled, such as {@code Billing Issue}. */
    public @Nullable String cancellationReason() {
        return row.textIfPresent("Cancellation Reason");
    }

    /** Returns for reactivations, the number of days since the cancellation. */
    public @Nullable Long daysCanceled() {
        return row.integerIfPresent("Days Canceled");
    }

    /** Returns how often this happened. */
    public @Nullable Long quantity() {
        return row.integerIfPresent("Quantity");
    }

    /** Returns the estimated number of paid days that a grace period has saved. */
    public @Nullable Long paidServiceDaysRecovered() {
        return row.integerIfPresent("Paid Service Days Recovered");
    }
}
