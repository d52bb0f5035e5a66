package io.github.ascjava.testing.internal.behavior.reports;

import io.github.ascjava.testing.internal.behavior.common.Currency;
import io.github.ascjava.testing.internal.engine.SandboxState;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** The subscription reports: active subscriptions, events, and subscribers. */
final class SubscriptionTables {

    private static final String SUBSCRIPTIONS =
            "App Name, App Apple ID, Subscription Name, Subscription Apple ID, Subscription Group ID,"
                    + " Standard Subscription Duration, Subscription Offer Name, Promotional Offer ID, Customer Price,"
                    + " Customer Currency, Developer Proceeds, Proceeds Currency, Preserved Pricing, Proceeds Reason,"
                    + " Client, Device, State, Country, Active Standard Price Subscriptions,"
                    + " Active Free Trial Introductory Offer Subscriptions, Billing Retry, Grace Period, Subscribers";
    private static final String EVENTS =
            "Event Date, Event, App Name, App Apple ID, Subscription Name, Subscription Apple ID,"
                    + " Subscription Group ID, Standard Subscription Duration, Subscription Offer Type,"
                    + " Subscription Offer Duration, Marketing Opt-In, Marketing Opt-In Duration, Preserved Pricing,"
                    + " Proceeds Reason, Subscription Offer Name, Promotional Offer ID, Consecutive Paid Periods,"
                    + " Original Start Date, Device, Client, State, Country, Quantity";
    private static final String SUBSCRIBERS =
            "Event Date, App Name, App Apple ID, Subscription Name, Subscription Apple ID, Subscription Group ID,"
                    + " Standard Subscription Duration, Subscription Offer Name, Promotional Offer ID,"
                    + " Subscription Offer Type, Subscription Offer Duration, Marketing Opt-In Duration,"
                    + " Customer Price, Customer Currency, Developer Proceeds, Proceeds Currency, Preserved Pricing,"
                    + " Proceeds Reason, Client, Device, Country, Subscriber ID, Refund, Purchase Date, Units";

    private static final List<String> WHAT_HAPPENS =
            List.of("Renew", "Renew", "Renew", "Subscribe", "Start Introductory Offer", "Cancel");

    /** The approximate ratio of a month's sales to a day's, for subscriptions that renew monthly. */
    private static final int ACTIVE_PER_SALE = 30;

    private SubscriptionTables() {}

    static Table active(ReportPeriod period, SandboxState world) {
        Table table = new Table(SUBSCRIPTIONS);
        for (Sale sale : sales(period, world)) {
            int active = sale.units() * ACTIVE_PER_SALE;
            priced(subscription(table, sale), sale)
                    .put("Active Standard Price Subscriptions", active)
                    .put("Active Free Trial Introductory Offer Subscriptions", sale.units())
                    .put("Billing Retry", sale.units() / 2)
                    .put("Grace Period", 0)
                    .put("Subscribers", active + sale.units());
        }
        return table;
    }

    static Table events(ReportPeriod period, SandboxState world) {
        Table table = new Table(EVENTS);
        for (Sale sale : sales(period, world)) {
            SeededRandom chance = chance(sale, period.first());
            subscription(table, sale)
                    .put("Event Date", period.first())
                    .put("Event", WHAT_HAPPENS.get(chance.below(WHAT_HAPPENS.size())))
                    .put("Consecutive Paid Periods", 1 + chance.below(14))
                    .put("Original Start Date", period.first().minusMonths(1 + chance.below(14)))
                    .put("Quantity", sale.units());
        }
        return table;
    }

    static Table subscribers(ReportPeriod period, SandboxState world) {
        Table table = new Table(SUBSCRIBERS);
        for (Sale sale : sales(period, world)) {
            SeededRandom chance = chance(sale, period.first());
            for (int i = 0; i < sale.units(); i++) {
                priced(subscription(table, sale), sale)
                        .put("Event Date", period.first())
                        .put("Subscriber ID", "1" + String.format("%017d", chance.below(Integer.MAX_VALUE)))
                        .put("Purchase Date", period.first())
                        .put("Units", 1);
            }
        }
        return table;
    }

    private static List<Sale> sales(ReportPeriod period, SandboxState world) {
        return Sale.within(period.first(), period.last(), world).stream()
                .filter(sale -> sale.product().isSubscription() && sale.units() > 0)
                .toList();
    }

    private static Table.Row subscription(Table table, Sale sale) {
        Product product = sale.product();
        return table.row()
                .put("App Name", product.appName())
                .put("App Apple ID", product.app().id())
                .put("Subscription Name", product.title())
                .put("Subscription Apple ID", product.appleId())
                .put("Subscription Group ID", product.groupId())
                .put("Standard Subscription Duration", product.period())
                .put("Device", sale.device())
                .put("Country", sale.market().country());
    }

    private static Table.Row priced(Table.Row row, Sale sale) {
        BigDecimal price = sale.market().price(sale.product().dollars());
        return row.put("Customer Price", price)
                .put("Customer Currency", sale.market().currency())
                .put("Developer Proceeds", Currency.proceeds(price))
                .put("Proceeds Currency", sale.market().currency());
    }

    private static SeededRandom chance(Sale sale, LocalDate day) {
        return SeededRandom.of(sale.product().appleId(), sale.market().country(), day.toEpochDay(), "subscribers");
    }
}
