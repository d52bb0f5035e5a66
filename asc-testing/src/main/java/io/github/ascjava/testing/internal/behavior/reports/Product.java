package io.github.ascjava.testing.internal.behavior.reports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.engine.StoredResource;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * An app, purchase or subscription of the team.
 *
 * @param app the app itself, or the app that offers it
 * @param kind the product type identifier of sales reports
 * @param sku the team's identifier of it
 * @param appleId Apple's identifier of it
 * @param title the name that customers see
 * @param version the app's version; empty for purchases and subscriptions
 * @param groupId the subscription group; empty for anything else
 * @param period the duration of a subscription; empty for anything else
 * @param dollars its price in the United States
 * @param perDay the average number of units per day, worldwide
 */
record Product(
        StoredResource app,
        String kind,
        String sku,
        String appleId,
        String title,
        String version,
        String groupId,
        String period,
        BigDecimal dollars,
        double perDay) {

    static final String FIRST_DOWNLOAD = "1F";
    static final String UPDATE = "7F";
    static final String PURCHASE = "IA1";
    static final String SUBSCRIPTION = "IAY";

    private static final List<String> PRICES = List.of("0.99", "1.99", "2.99", "4.99", "9.99");

    /** Finds all products of the team. */
    static List<Product> all(SandboxState world) {
        List<Product> products = new ArrayList<>();
        for (StoredResource app : world.store().all("apps")) {
            ofApp(app, products, world);
        }
        return products;
    }

    boolean isApp() {
        return appleId.equals(app.id());
    }

    boolean isSubscription() {
        return kind.equals(SUBSCRIPTION);
    }

    String appName() {
        return app.text("name");
    }

    String appSku() {
        return app.text("sku");
    }

    private static void ofApp(StoredResource app, List<Product> products, SandboxState world) {
        String version = world.store().related(app, "appStoreVersions").stream()
                .reduce((first, second) -> second)
                .map(latest -> latest.text("versionString"))
                .orElse("1.0");
        double popularity = 6 + SeededRandom.of(app.id()).below(30);
        products.add(download(FIRST_DOWNLOAD, app, version, popularity));
        products.add(download(UPDATE, app, version, popularity / 2));
        for (StoredResource purchase : world.store().related(app, "inAppPurchasesV2")) {
            products.add(inside(app, PURCHASE, purchase, Table.NOTHING, Table.NOTHING, popularity / 12));
        }
        for (StoredResource group : world.store().related(app, "subscriptionGroups")) {
            for (StoredResource subscription : world.store().related(group, "subscriptions")) {
                String period = period(subscription.text("subscriptionPeriod"));
                products.add(inside(app, SUBSCRIPTION, subscription, group.id(), period, popularity / 8));
            }
        }
    }

    private static Product download(String kind, StoredResource app, String version, double perDay) {
        String sku = app.text("sku");
        String title = app.text("name");
        return new Product(
                app, kind, sku, app.id(), title, version, Table.NOTHING, Table.NOTHING, BigDecimal.ZERO, perDay);
    }

    private static Product inside(
            StoredResource app, String kind, StoredResource sold, String groupId, String period, double perDay) {
        ObjectNode attributes = sold.attributes();
        String price = PRICES.get(SeededRandom.of(sold.id()).below(PRICES.size()));
        return new Product(
                app,
                kind,
                attributes.path("productId").asText(),
                sold.id(),
                attributes.path("name").asText(),
                Table.NOTHING,
                groupId,
                period,
                new BigDecimal(price),
                perDay);
    }

    private static String period(String subscriptionPeriod) {
        return switch (subscriptionPeriod) {
            case "ONE_WEEK" -> "7 Days";
            case "TWO_MONTHS" -> "2 Months";
            case "THREE_MONTHS" -> "3 Months";
            case "SIX_MONTHS" -> "6 Months";
            case "ONE_YEAR" -> "1 Year";
            default -> "1 Month";
        };
    }
}
