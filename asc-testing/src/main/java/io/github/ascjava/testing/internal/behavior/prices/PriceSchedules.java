package io.github.ascjava.testing.internal.behavior.prices;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ascjava.testing.internal.catalog.Action;
import io.github.ascjava.testing.internal.catalog.OperationShape;
import io.github.ascjava.testing.internal.engine.ResourceHook;
import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.engine.StoredResource;
import io.github.ascjava.testing.internal.http.ApiAnswer;
import io.github.ascjava.testing.internal.http.ApiRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Prices are set manually for some territories; in all others they follow the price of the base territory. */
final class PriceSchedules implements ResourceHook {

    /** The relationship to the price point, by type of price. */
    private static final Map<String, String> POINTS = Map.of(
            "appPrices", "appPricePoint",
            "inAppPurchasePrices", "inAppPurchasePricePoint",
            "subscriptionPrices", "subscriptionPricePoint");

    /** The type of the prices, by type of schedule. */
    private static final Map<String, String> PRICES = Map.of(
            "appPriceSchedules", "appPrices",
            "inAppPurchasePriceSchedules", "inAppPurchasePrices");

    /** The relationship that leads to a schedule. */
    private static final Set<String> SCHEDULES = Set.of("appPriceSchedule", "iapPriceSchedule");

    @Override
    public void check(OperationShape operation, JsonNode body, @Nullable StoredResource target, SandboxState world) {
        String type = PRICES.get(operation.type());
        if (type != null && operation.action() == Action.CREATE_INSTANCE) {
            PriceIntervals.check(body, type, POINTS.getOrDefault(type, ""), world);
        }
    }

    @Override
    public void created(StoredResource created, SandboxState world) {
        String point = POINTS.get(created.type());
        if (point != null) {
            completePrice(created, point);
        }
    }

    /** The prices of the other territories are computed on request. */
    @Override
    public @Nullable ApiAnswer answer(OperationShape operation, ApiRequest request, SandboxState world) {
        boolean asked =
                PRICES.containsKey(operation.type()) || SCHEDULES.contains(String.valueOf(operation.relationship()));
        if (asked && operation.method().equals("GET")) {
            for (String type : PRICES.keySet()) {
                world.store().all(type).stream()
                        .filter(schedule -> !schedule.hasRelated("automaticPrices"))
                        .forEach(schedule -> followBase(schedule, world));
            }
        }
        return null;
    }

    private static void completePrice(StoredResource price, String point) {
        if (!price.type().equals("subscriptionPrices")) {
            price.attributes().put("manual", true);
        } else if (!price.attributes().has("preserved")) {
            price.attributes().put("preserved", false);
        }
        if (!price.hasRelated("territory")) {
            price.related(point).stream()
                    .flatMap(each -> each.related("territory").stream())
                    .forEach(territory -> price.link("territory", territory));
        }
    }

    private static void followBase(StoredResource schedule, SandboxState world) {
        String type = PRICES.getOrDefault(schedule.type(), "");
        String point = POINTS.getOrDefault(type, "");
        List<StoredResource> base = schedule.related("baseTerritory");
        List<StoredResource> manual = schedule.related("manualPrices");
        Set<StoredResource> byHand = new HashSet<>();
        manual.forEach(price -> byHand.addAll(price.related("territory")));
        for (StoredResource price : manual) {
            boolean now = !price.attributes().hasNonNull("startDate");
            if (now && price.related("territory").equals(base)) {
                price.related(point).stream()
                        .flatMap(each -> PricePoints.equal(each, world).stream())
                        .filter(each -> byHand.stream().noneMatch(each.related("territory")::contains))
                        .forEach(each -> schedule.link("automaticPrices", price(type, each, world)));
                return;
            }
        }
    }

    private static StoredResource price(String type, StoredResource pricePoint, SandboxState world) {
        StoredResource price = world.store()
                .add(type, world.ids().uuid())
                .with("manual", false)
                .with("startDate", null)
                .with("endDate", null);
        price.link(POINTS.getOrDefault(type, ""), pricePoint);
        pricePoint.related("territory").forEach(territory -> price.link("territory", territory));
        return price;
    }
}
