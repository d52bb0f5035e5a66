package io.github.ascjava.reports;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A row of a SUBSCRIPTION report: the active subscriptions of one kind at the end of a day.
 *
 * <p>The numbers are of the day of the report, which is not in the row. Do not add them up over days.
 *
 * <p>Accessors return null if the cell is blank or if the report has no such column, and throw {@link
 * InvalidReportException} if it should be a number or date and is not. {@link #row()} has all columns, also those that
 * this version of the library does not know. Immutable and safe to use from many threads.
 *
 * @param row the row of the file
 * @see <a href="https://developer.apple.com/help/app-store-connect/reference/subscription-report">Apple's page</a>
 * @since 0.1.0
 */
public record SubscriptionRow(ReportRow row) implements Serializable {

    /**
     * Creates a view of a row.
     *
     * @throws IllegalArgumentException if the row is not of this report: if it has no column {@code Active Standard
     *     Price Subscriptions}
     */
    public SubscriptionRow {
        Objects.requireNonNull(row, "row").require("SUBSCRIPTION", "Active Standard Price Subscriptions");
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

    /** Returns the price in the customer currency. */
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

    /** Returns the state or province of the customer as entered, not validated. */
    public @Nullable String state() {
        return row.textIfPresent("State");
    }

    /** Returns the country or region, as two letters. */
    public @Nullable String country() {
        return row.textIfPresent("Country");
    }

    /** Returns the number of subscriptions at the standard price. */
    public @Nullable Long activeStandardPriceSubscriptions() {
        return row.integerIfPresent("Active Standard Price Subscriptions");
    }

    /** Returns the number of subscriptions in a free trial by an introductory offer. */
    public @Nullable Long activeFreeTrialIntroductoryOfferSubscriptions() {
        return row.integerIfPresent("Active Free Trial Introductory Offer Subscriptions");
    }

    /** Returns the number of subscriptions in a period paid up front by an introductory offer. */
    public @Nullable Long activePayUpFrontIntroductoryOfferSubscriptions() {
        return row.integerIfPresent("Active Pay Up Front Introductory Offer Subscriptions");
    }

    /** Returns the number of subscriptions in a pay-as-you-go period by an introductory offer. */
    public @Nullable Long activePayAsYouGoIntroductoryOfferSubscriptions() {
        return row.integerIfPresent("Active Pay As You Go Introductory Offer Subscriptions");
    }

    /** Returns the number of subscriptions in a free trial by a promotional offer. */
    public @Nullable Long freeTrialPromotionalOfferSubscriptions() {
        return row.integerIfPresent("Free Trial Promotional Offer Subscriptions");
    }

    /** Returns the number of subscriptions in a period paid up front by a promotional offer. */
    public @Nullable Long payUpFrontPromotionalOfferSubscriptions() {
        return row.integerIfPresent("Pay Up Front Promotional Offer Subscriptions");
    }

    /** Returns the number of subscriptions in a pay-as-you-go period by a promotional offer. */
    public @Nullable Long payAsYouGoPromotionalOfferSubscriptions() {
        return row.integerIfPresent("Pay As You Go Promotional Offer Subscriptions");
    }

    /** Returns the number of subscriptions in a free trial by an offer code. */
    public @Nullable Long freeTrialOfferCodeSubscriptions() {
        return row.integerIfPresent("Free Trial Offer Code Subscriptions");
    }

    /** Returns the number of subscriptions in a period paid up front by an offer code. */
    public @Nullable Long payUpFrontOfferCodeSubscriptions() {
        return row.integerIfPresent("Pay Up Front Offer Code Subscriptions");
    }

    /** Returns the number of subscriptions in a pay-as-you-go period by an offer code. */
    public @Nullable Long payAsYouGoOfferCodeSubscriptions() {
        return row.integerIfPresent("Pay As You Go Offer Code Subscriptions");
    }

    /** Returns the number of subscriptions in a bonus period for sharing contact details. */
    public @Nullable Long marketingOptIns() {
        return row.integerIfPresent("Marketing Opt-Ins");
    }

    /** Returns the number of subscriptions that could not be billed and are retried. */
    public @Nullable Long billingRetry() {
        return row.integerIfPresent("Billing Retry");
    }

    /** Returns the number of subscriptions that could not be billed and are in a grace period. */
    public @Nullable Long gracePeriod() {
        return row.integerIfPresent("Grace Period");
    }

    /** Returns the number of subscribers. */
    public @Nullable Long subscribers() {
        return row.integerIfPresent("Subscribers");
    }

    /** Returns the number of subscriptions in a free trial by a win-back offer. */
    public @Nullable Long freeTrialWinbackOffers() {
        return row.integerIfPresent("Free Trial Win-back Offers");
    }

    /** Returns the number of subscriptions in a period paid up front by a win-back offer. */
    public @Nullable Long payUpFrontWinbackOffers() {
        return row.integerIfPresent("Pay Up Front Win-back Offers");
    }

    /** Returns the number of subscriptions in a pay-as-you-go period by a win-back offer. */
    public @Nullable Long payAsYouGoWinbackOffers() {
        return row.integerIfPresent("Pay As You Go Win-back Offers");
    }
}
