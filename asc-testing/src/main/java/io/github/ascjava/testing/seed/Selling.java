package io.github.ascjava.testing.seed;

import io.github.ascjava.testing.behaviour.common.Currency;
import io.github.ascjava.testing.behaviour.prices.PricePoints;
import io.github.ascjava.testing.behaviour.prices.PriceSchedules;
import io.github.ascjava.testing.engine.StoredResource;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Prices, where apps can be had, and what is sold inside of them. */
final class Selling {

    private static final String HOME = "USA";

    private final Planter planter;

    Selling(Planter planter) {
        this.planter = planter;
    }

    /** Adds price and availability of an app. */
    void plant(StoredResource app, String dollars) {
        PriceSchedules.add(app, PricePoints.of(app, HOME, new BigDecimal(dollars), planter.world()), planter.world());
        StoredResource availability = planter.add("appAvailabilities", app.id(), "availableInNewTerritories", true);
        planter.store().link(app, "appAvailabilityV2", availability);
        for (String territory : Currency.byTerritory().keySet()) {
            boolean available = !territory.equals("CHN");
            StoredResource one = planter.addTo(
                    availability,
                    "territoryAvailabilities",
                    "territoryAvailabilities",
                    "available",
                    available,
                    "releaseDate",
                    null,
                    "preOrderEnabled",
                    false,
                    "preOrderPublishDate",
                    null,
                    "contentStatuses",
                    List.of(available ? "AVAILABLE" : "ICP_NUMBER_MISSING"));
            planter.store().link(one, "territory", planter.store().get("territories", territory));
        }
    }

    void plantPurchases(StoredResource cortado, StoredResource trail) {
        purchase(cortado, "Bag of Beans", "com.example.cortado.beans", "CONSUMABLE", "APPROVED", "2.99");
        purchase(cortado, "Latte Art Pack", "com.example.cortado.latteart", "NON_CONSUMABLE", "APPROVED", "4.99");
        purchase(
                cortado,
                "Röster-Führung",
                "com.example.cortado.tour",
                "NON_RENEWING_SUBSCRIPTION",
                "MISSING_METADATA",
                null);
        purchase(trail, "Offline Maps", "com.example.trailledger.maps", "NON_CONSUMABLE", "APPROVED", "9.99");
        StoredResource club = group(cortado, "Cortado Club");
        subscription(club, "Club Monthly", "com.example.cortado.club.month", "ONE_MONTH", 2, "1.99");
        subscription(club, "Club Yearly", "com.example.cortado.club.year", "ONE_YEAR", 1, "17.99");
        subscription(group(trail, "Ledger Plus"), "Plus", "com.example.trailledger.plus", "ONE_YEAR", 1, "24.99");
    }

    private void purchase(
            StoredResource app, String name, String productId, String type, String state, @Nullable String dollars) {
        StoredResource purchase = planter.add(
                "inAppPurchases",
                planter.world().ids().digits(10),
                "name",
                name,
                "productId",
                productId,
                "inAppPurchaseType",
                type,
                "state",
                state,
                "reviewNote",
                null,
                "familySharable",
                type.equals("NON_CONSUMABLE"),
                "contentHosting",
                false);
        planter.store().link(app, "inAppPurchasesV2", purchase);
        if (dollars != null) {
            StoredResource point = PricePoints.of(purchase, HOME, new BigDecimal(dollars), planter.world());
            PriceSchedules.add(purchase, point, planter.world());
            planter.addTo(
                    purchase,
                    "inAppPurchaseLocalizations",
                    "inAppPurchaseLocalizations",
                    "name",
                    name,
                    "locale",
                    "en-US",
                    "description",
                    "Yours as soon as you have tapped.",
                    "state",
                    "APPROVED");
        }
    }

    private StoredResource group(StoredResource app, String name) {
        StoredResource group =
                planter.add("subscriptionGroups", planter.world().ids().digits(8), "referenceName", name);
        planter.store().link(app, "subscriptionGroups", group);
        planter.addTo(
                group,
                "subscriptionGroupLocalizations",
                "subscriptionGroupLocalizations",
                "name",
                name,
                "customAppName",
                null,
                "locale",
                "en-US",
                "state",
                "APPROVED");
        return group;
    }

    private void subscription(
            StoredResource group, String name, String productId, String period, int level, String dollars) {
        StoredResource subscription = planter.add(
                "subscriptions",
                planter.world().ids().digits(10),
                "name",
                name,
                "productId",
                productId,
                "familySharable",
                false,
                "state",
                "APPROVED",
                "subscriptionPeriod",
                period,
                "reviewNote",
                null,
                "groupLevel",
                level);
        planter.store().link(group, "subscriptions", subscription);
        planter.addTo(
                subscription,
                "subscriptionLocalizations",
                "subscriptionLocalizations",
                "name",
                name,
                "locale",
                "en-US",
                "description",
                "All of it, for as long as you like.",
                "state",
                "APPROVED");
        for (String territory : List.of(HOME, "DEU", "GBR", "JPN")) {
            StoredResource point = PricePoints.of(subscription, territory, new BigDecimal(dollars), planter.world());
            StoredResource price =
                    planter.addTo(subscription, "prices", "subscriptionPrices", "startDate", null, "preserved", false);
            planter.store().link(price, "subscriptionPricePoint", point);
            planter.store().link(price, "territory", planter.store().get("territories", territory));
        }
    }
}
