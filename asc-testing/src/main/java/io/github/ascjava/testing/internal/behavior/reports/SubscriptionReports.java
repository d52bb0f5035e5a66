package io.github.ascjava.testing.internal.behavior.reports;

import io.github.ascjava.testing.internal.behavior.common.Account;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The subscription reports of a day: active subscriptions, events, and subscribers.
 *
 * @param subscriptions the subscriptions that are sold
 */
record SubscriptionReports(Account account, LocalDate day, List<Product> subscriptions) {

    private static final ReportTemplate ACTIVE = ReportTemplate.read("subscription.tsv");
    private static final ReportTemplate EVENTS = ReportTemplate.read("subscription-event.tsv");
    private static final ReportTemplate SUBSCRIBERS = ReportTemplate.read("subscriber.tsv");

    /** The oldest version of the report of active subscriptions has no columns about win-back offers. */
    private static final int WIN_BACK_COLUMNS = 3;

    private static final int TRIAL_DAYS = 7;

    /** The active subscriptions at the beginning of each cycle, compared with the weight of the place. */
    private static final int ACTIVE_PER_WEIGHT = 12;

    /** Writes the report of a type: only the names of the columns if there is nothing to tell. */
    String text(String type, boolean oldest) {
        return switch (type) {
            case "SUBSCRIPTION" -> (oldest ? ACTIVE.withoutLast(WIN_BACK_COLUMNS) : ACTIVE).text(active().stream());
            case "SUBSCRIPTION_EVENT" ->
                EVENTS.text(Sale.daily(day, day, subscriptions).stream().map(sale -> sale.fields(account)));
            case "SUBSCRIBER" -> SUBSCRIBERS.text(subscribers().stream());
            default -> "\n";
        };
    }

    private List<Map<String, String>> active() {
        List<Map<String, String>> rows = new ArrayList<>();
        for (Product product : subscriptions) {
            for (Place place : Place.ALL) {
                int active = active(product, place);
                int trials = product.kinds().contains("trial") ? sum("trial", product, place, TRIAL_DAYS) : 0;
                Map<String, String> row =
                        new Sale(day, day, product, Kind.named("renewal"), place, active).fields(account);
                row.put("active", Integer.toString(active));
                row.put("trials", Integer.toString(trials));
                row.put("billingRetry", Integer.toString(active / 20));
                row.put("subscribers", Integer.toString(active + trials));
                rows.add(row);
            }
        }
        return rows;
    }

    /** Each day adds those who subscribed and takes away those who canceled; a cycle has as many of either. */
    private int active(Product product, Place place) {
        int days = Kind.dayOfCycle(day) + 1;
        return ACTIVE_PER_WEIGHT * place.weight()
                + sum("subscribe", product, place, days)
                - sum("cancel", product, place, days);
    }

    /** Adds up the units of the last days. */
    private int sum(String kind, Product product, Place place, int days) {
        int sum = 0;
        for (int daysAgo = 0; daysAgo < days; daysAgo++) {
            sum += Kind.named(kind).units(day.minusDays(daysAgo), product, place);
        }
        return sum;
    }

    private List<Map<String, String>> subscribers() {
        List<Map<String, String>> rows = new ArrayList<>();
        for (Sale sale : Sale.daily(day, day, subscriptions)) {
            for (int i = 0; i < Math.abs(sale.units()) && sale.kind().isSale(); i++) {
                Map<String, String> row = sale.fields(account);
                int number =
                        Objects.hash(row.get("appleId"), row.get("country"), row.get("device"), row.get("kind"), i);
                row.put("subscriberId", String.format("1%017d", Integer.toUnsignedLong(number)));
                rows.add(row);
            }
        }
        return rows;
    }
}
