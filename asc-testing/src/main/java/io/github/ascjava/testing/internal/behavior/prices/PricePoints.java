package io.github.ascjava.testing.internal.behavior.prices;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ascjava.testing.internal.behavior.common.Bodies;
import io.github.ascjava.testing.internal.behavior.common.Currency;
import io.github.ascjava.testing.internal.catalog.OperationShape;
import io.github.ascjava.testing.internal.engine.ResourceHook;
import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.engine.StoredResource;
import io.github.ascjava.testing.internal.http.ApiAnswer;
import io.github.ascjava.testing.internal.http.ApiRequest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The prices that an app, a purchase or a subscription can have.
 *
 * <p>There are tens of thousands for each, so they are added to the store when a request reads or references them.
 */
final class PricePoints implements ResourceHook {

    private static final int FIRST_TIER = 10000;
    private static final List<BigDecimal> TIERS = tiers();
    private static final List<Kind> KINDS = List.of(
            new Kind("appPricePoints", "apps", "appPricePoints"),
            new Kind("inAppPurchasePricePoints", "inAppPurchases", "pricePoints"),
            new Kind("subscriptionPricePoints", "subscriptions", "pricePoints"));

    private final Map<StoredResource, Set<String>> listed = new HashMap<>();

    @Override
    public void deleting(StoredResource resource, SandboxState world) {
        listed.remove(resource);
    }

    @Override
    public @Nullable ApiAnswer answer(OperationShape operation, ApiRequest request, SandboxState world) {
        if (operation.body() != null) {
            addNamed(Bodies.of(request), world);
            return null;
        }
        List<String> path = request.url().pathSegments();
        for (Kind kind : KINDS) {
            if (operation.type().equals(kind.type) && path.size() > 2) {
                addWithEqual(kind, path.get(2), operation.relationship() != null, world);
            } else if (operation.type().equals(kind.owner) && kind.relationship.equals(operation.relationship())) {
                world.store()
                        .find(kind.owner, path.get(2))
                        .ifPresent(owner -> addAll(kind, owner, territories(request), world));
            }
        }
        return null;
    }

    /** Returns the same price in all other territories. */
    static List<StoredResource> equal(StoredResource pricePoint, SandboxState world) {
        Kind kind = KINDS.stream()
                .filter(each -> each.type.equals(pricePoint.type()))
                .findFirst()
                .orElseThrow();
        PricePointId id = PricePointId.read(pricePoint.id()).orElseThrow();
        StoredResource owner = world.store().get(kind.owner, id.sold());
        return Currency.byTerritory().keySet().stream()
                .filter(territory -> !territory.equals(id.territory()))
                .map(territory -> add(kind, owner, id.in(territory), world))
                .toList();
    }

    private static void addNamed(JsonNode body, SandboxState world) {
        for (Kind kind : KINDS) {
            for (JsonNode identifier : body.findParents("type")) {
                if (identifier.path("type").asText().equals(kind.type)) {
                    find(kind, identifier.path("id").asText(), world);
                }
            }
        }
    }

    private static void addWithEqual(Kind kind, String id, boolean withEqual, SandboxState world) {
        find(kind, id, world).filter(found -> withEqual).ifPresent(point -> {
            for (StoredResource other : equal(point, world)) {
                kind.equalizations().forEach(name -> point.link(name, other));
            }
        });
    }

    private void addAll(Kind kind, StoredResource owner, Collection<String> territories, SandboxState world) {
        Set<String> there = listed.computeIfAbsent(owner, key -> new HashSet<>());
        for (String territory : territories) {
            if (!there.add(territory)) {
                continue;
            }
            for (int tier = 0; tier < TIERS.size(); tier++) {
                String number = Integer.toString(FIRST_TIER + tier);
                add(kind, owner, new PricePointId(owner.id(), territory, number), world);
            }
        }
    }

    private static Optional<StoredResource> find(Kind kind, String id, SandboxState world) {
        return PricePointId.read(id)
                .filter(parts -> Currency.byTerritory().containsKey(parts.territory()) && tier(parts) >= 0)
                .flatMap(parts ->
                        world.store().find(kind.owner, parts.sold()).map(owner -> add(kind, owner, parts, world)));
    }

    private static StoredResource add(Kind kind, StoredResource owner, PricePointId id, SandboxState world) {
        return world.store().find(kind.type, id.text()).orElseGet(() -> {
            BigDecimal price = Currency.of(id.territory()).price(TIERS.get(tier(id)));
            String proceeds = Currency.proceeds(price).toPlainString();
            StoredResource point = world.store()
                    .add(kind.type, id.text())
                    .with("customerPrice", price.toPlainString())
                    .with("proceeds", proceeds);
            if (kind.owner.equals("subscriptions")) {
                point.with("proceedsYear2", proceeds);
            }
            owner.link(kind.relationship, point);
            world.store()
                    .find("territories", id.territory())
                    .ifPresent(territory -> point.link("territory", territory));
            return point;
        });
    }

    /** Returns the position of a price in the list of all prices, or -1. */
    private static int tier(PricePointId id) {
        try {
            int tier = Integer.parseInt(id.tier()) - FIRST_TIER;
            return tier < TIERS.size() ? tier : -1;
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static Collection<String> territories(ApiRequest request) {
        String filter = request.url().queryParameter("filter[territory]");
        return filter == null
                ? Currency.byTerritory().keySet()
                : Arrays.stream(filter.split(",", -1))
                        .filter(Currency.byTerritory()::containsKey)
                        .toList();
    }

    private static List<BigDecimal> tiers() {
        List<BigDecimal> tiers = new ArrayList<>();
        tiers.add(BigDecimal.ZERO);
        addTiers(29, 10, 999, tiers);
        addTiers(1049, 50, 4999, tiers);
        addTiers(5499, 500, 9999, tiers);
        addTiers(10999, 1000, 49999, tiers);
        return List.copyOf(tiers);
    }

    private static void addTiers(int first, int step, int last, List<BigDecimal> tiers) {
        for (int cents = first; cents <= last; cents += step) {
            tiers.add(BigDecimal.valueOf(cents, 2));
        }
    }

    /** A type that has prices, the types of these prices, and the relationships that connect them. */
    private record Kind(String type, String owner, String relationship) {

        private static final Map<String, List<String>> EQUALIZATIONS =
                Map.of("subscriptionPricePoints", List.of("equalizations", "adjustedEqualizations"));

        List<String> equalizations() {
            return EQUALIZATIONS.getOrDefault(type, List.of("equalizations"));
        }
    }
}
