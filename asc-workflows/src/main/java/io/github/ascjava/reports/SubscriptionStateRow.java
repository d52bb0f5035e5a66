package io.github.ascjava.reports;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A row of the analytics report App Store Subscription State: the subscriptions in one state on a day.
 *
 * <p>Do not add up the numbers over days.
 *
 * <p>Accessors return null if the cell is blank or if the report has no such column, and throw {@link
 * InvalidReportException} if it should be a number or date and is not. {@link #row()} has all columns, also those that
 * this version of the library does not know. Immutable and safe to use from many threads.
 *
 * @param row the row of the file
 * @see <a href="https://developer.apple.com/documentation/analytics-reports/subscription-state">Apple's page</a>
 * @since 0.1.0
 */
public record SubscriptionStateRow(ReportRow row) implements Serializable {

    /**
     * Creates a view of a row.
     *
     * @throws IllegalArgumentException if the row is not of this report: if it has no column {@code State Metric}
     */
    public SubscriptionStateRow {
        Objects.requireNonNull(row, "row").require("App Store Subscription State", "State Metric");
    }

    /** Returns the day. */
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

    /** Returns the state, such as {@code Full price}; compare without regard to case. */
    public @Nullable String stateMetric() {
        return row.textIfPresent("State Metric");
    }

    /** Returns the group of states, such as {@code Paid plans}. */
    public @Nullable String stateMetricGrouping() {
        return row.textIfPresent("State Metric Grouping");
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

    /** Returns whether the subscription is shared with the family. */
    public @Nullable String familySharing() {
        return row.textIfPresent("Family Sharing");
    }

    /** Returns why the subscription was canceled. */
    public @Nullable String cancellationReason() {
        return row.textIfPresent("Cancellation Reason");
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

    /** Returns the number of subscriptions. */
    public @Nullable Long counts() {
        return row.integerIfPresent("Counts");
    }
}
