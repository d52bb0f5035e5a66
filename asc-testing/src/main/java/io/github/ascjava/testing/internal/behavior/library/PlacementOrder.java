package io.github.ascjava.testing.internal.behavior.library;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ascjava.testing.internal.behavior.common.Bodies;
import io.github.ascjava.testing.internal.behavior.common.ResourceRules;
import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.engine.StoredResource;
import io.github.ascjava.testing.internal.http.Errors;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * An ordering request puts the placements of a localization in the order that it lists; the other placements follow.
 */
final class PlacementOrder extends ResourceRules {

    private static final String ORDERED = "orderedPlacements";
    private static final List<String> LOCALIZATIONS = Placements.LOCALIZATIONS.subList(0, 3);

    PlacementOrder() {
        super("appAssetLibraryPlacementOrderingRequests");
    }

    @Override
    protected void checkNew(JsonNode body, SandboxState world) {
        String name = Placements.requireOne(body, LOCALIZATIONS);
        StoredResource localization = Bodies.required(body, name, name + "s", world);
        for (String id : Bodies.allRelated(body, ORDERED)) {
            if (localization.related(Placements.PLACEMENTS).stream()
                    .noneMatch(each -> each.id().equals(id))) {
                throw Errors.refusal("placements.order", id, name);
            }
        }
    }

    @Override
    protected void afterCreation(StoredResource created, SandboxState world) {
        for (String name : LOCALIZATIONS) {
            for (StoredResource localization : created.related(name)) {
                Set<StoredResource> order = new LinkedHashSet<>(created.related(ORDERED));
                order.addAll(localization.related(Placements.PLACEMENTS));
                world.store().arrange(localization, Placements.PLACEMENTS, List.copyOf(order));
            }
        }
    }
}
