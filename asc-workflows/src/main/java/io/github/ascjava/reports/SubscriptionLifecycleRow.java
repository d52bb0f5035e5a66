package io.github.ascjava.reports;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A row of the analytics report App Store Subscription Event: how often one event happened to subscriptions of one kind
 * on a day.
 *
 * <p>Not to be confused with the SUBSCRIPTION_EVENT report of Sales and Trends ({@link SubscriptionEventRow}).
 *
 * <p>Accessors return null if the cell is blank or if the report has no such column, and throw {@link
 * InvalidReportException} if it should be a number or date and is not. {@link #row()} has all columns, also those that
 * this version of the library does not know. Immutable and safe to use from many threads.
 *
 * @param row the row of the file
 * @see <a href="https://developer.apple.com/documentation/analytics-reports/subscription-event">Apple's page</a>
 * @since 0.1.0
 */
public record SubscriptionLifecycleRow(ReportRow row) implements Serializable {

    /**
     * Creates a view of a row.
     *
     * @throws IllegalArgumentException if the row is not of this report: if it has no column {@code Event Sub Type}
     */
    public SubscriptionLifecycleRow {
        Objects.requireNonNull(row, "row").require("App Store Subscription Event", "Event Sub Type");
    }

    /** Returns the day of the event. */
    public @Nullable LocalDate eventDate() {
        return row.dateIfPresent("Event Date");
    }

    /** Returns the name of the app in App Store Connect. */
    public @Nullable String appName() {
        return row.textIfPresent("App Name");
    }

    /** Returns the Apple ID of the app, which is its ID in the API. */
    public @Nullable String appAppleIdentifier() {
        return row.textIfPresent("App Apple Identifier");
    }

    /** Returns the event, such as {@code Full Price Renewals}; compare without regard to case. */
    public @Nullable String eventSubType() {
        return row.textIfPresent("Event Sub Type");
    }

    /** Returns the group of events, such as {@code Renewals}. */
    public @Nullable String eventGrouping() {
        return row.textIfPresent("Event Grouping");
    }

    /** Returns the name of the subscription. */
    public @Nullable String subscriptionName() {
        return row.textIfPresent("Subscription Name");
    }

    /** Returns the Apple ID of the subscription. */
    public @Nullable String subscriptionIdentifier() {
        return row.textIfPresent("Subscription Identifier");
    }

    /** Returns the duration of the subscription. */
    public @Nullable String subscriptionDuration() {
        return row.textIfPresent("Subscription Duration");
    }

    /** Returns how often the subscriber is charged. */
    public @Nullable String billingFrequency() {
        return row.textIfPresent("Billing Frequency");
    }

    /** Returns the installment, of subscriptions with a commitment of 12 months. */
    public @Nullable String billingPeriod() {
        return row.textIfPresent("Billing Period");
    }

    /** Returns the name of the subscription group. */
    public @Nullable String subscriptionGroup() {
        return row.textIfPresent("Subscription Group");
    }

    /** Returns the ID of the subscription group. */
    public @Nullable String subscriptionGroupIdentifier() {
        return row.textIfPresent("Subscription Group Identifier");
    }

    /** Returns the kind of offer. */
    public @Nullable String offerType() {
        return row.textIfPresent("Offer Type");
    }

    /** Returns the reference name of the offer. */
    public @Nullable String offerName() {
        return row.textIfPresent("Offer Name");
    }

    /** Returns the ID of the offer. */
    public @Nullable String offerId() {
        return row.textIfPresent("Offer ID");
    }

    /** Returns the custom code of the offer. */
    public @Nullable String vanityCode() {
        return row.textIfPresent("Vanity Code");
    }

    /** Returns how the offer is paid. */
    public @Nullable String offerPricing() {
        return row.textIfPresent("Offer Pricing");
    }

    /** Returns the duration of the offer. */
    public @Nullable String offerDuration() {
        return row.textIfPresent("Offer Duration");
    }

    /** Returns whether a change of plans is an upgrade, crossgrade or downgrade. */
    public @Nullable String planChangeType() {
        return row.textIfPresent("Plan Change Type");
    }

    /** Returns the name of the subscription that was changed. */
    public @Nullable String previousSubscriptionName() {
        return row.textIfPresent("Previous Subscription Name");
    }

    /** Returns the Apple ID of the subscription that was changed. */
    public @Nullable String previousSubscriptionIdentifier() {
        return row.textIfPresent("Previous Subscription Identifier");
    }

    /** Returns whether the subscription is shared with the family. */
    public @Nullable String familySharing() {
        return row.textIfPresent("Family Sharing");
    }

    /** Returns why the subscription was canceled. */
    public @Nullable String cancellationReason() {
        return row.textIfPresent("Cancellation Reason");
    }

    /** Returns the estimated number of paid days that a grace period has saved. */
    public @Nullable BigDecimal paidServiceDaysRecovered() {
        return row.decimalIfPresent("Paid Service Days Recovered");
    }

    /** Returns where the user discovered the app. */
    public @Nullable String appDownloadSourceType() {
        return row.textIfPresent("App Download Source Type");
    }

    /** Returns the referring app or website; detailed reports only. */
    public @Nullable String appDownloadSourceInfo() {
        return row.textIfPresent("App Download Source Info");
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

    /** Returns whether the app was pre-ordered. */
    public @Nullable String preOrder() {
        return row.textIfPresent("Pre-Order");
    }

    /** Returns the type of device of the first purchase. */
    public @Nullable String originalPurchaseDevice() {
        return row.textIfPresent("Original Purchase Device");
    }

    /** Returns the country or region, as two letters. */
    public @Nullable String territory() {
        return row.textIfPresent("Territory");
    }

    /** Returns the number of events. */
    public @Nullable Long counts() {
        return row.integerIfPresent("Counts");
    }
}
