package io.github.ascjava.testing.internal.behavior.prices;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ascjava.testing.internal.behavior.common.Bodies;
import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.engine.StoredResource;
import io.github.ascjava.testing.internal.http.Errors;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The prices of a new schedule's base territory: there must be one, and each must begin when the one before ends
 * (docs/live-service.md#price-schedules-have-no-gaps).
 */
final class PriceIntervals {

    private PriceIntervals() {}

    /**
     * Checks a request.
     *
     * @param type of the prices
     * @param point the relationship of a price to its price point
     */
    static void check(JsonNode body, String type, String point, SandboxState world) {
        String base = String.valueOf(Bodies.related(body, "baseTerritory"));
        List<String> sent = Bodies.allRelated(body, "manualPrices");
        List<JsonNode> prices = new ArrayList<>();
        for (String id : sent) {
            world.store().find(type, id).stream()
                    .filter(price -> price.related("territory").stream()
                            .anyMatch(territory -> territory.id().equals(base)))
                    .forEach(price -> prices.add(price.attributes()));
        }
        for (JsonNode each : body.path("included")) {
            boolean isPrice = each.path("type").asText().equals(type)
                    && sent.contains(each.path("id").asText());
            String id = each.at("/relationships/" + point + "/data/id").asText();
            if (isPrice && isOf(base, world.store().target(type, point), id, world)) {
                prices.add(each.path("attributes"));
            }
        }
        if (prices.isEmpty()) {
            throw Errors.refusal("prices.base", base);
        }
        prices.sort(Comparator.comparing(price -> price.path("startDate").asText("")));
        for (int i = 1; i < prices.size(); i++) {
            String end = prices.get(i - 1).path("endDate").asText();
            if (!end.equals(prices.get(i).path("startDate").asText())) {
                throw Errors.refusal("prices.gap", base);
            }
        }
    }

    private static boolean isOf(String territory, String type, String point, SandboxState world) {
        return world.store().find(type, point).stream()
                .flatMap(each -> each.related("territory").stream())
                .map(StoredResource::id)
                .anyMatch(territory::equals);
    }
}
