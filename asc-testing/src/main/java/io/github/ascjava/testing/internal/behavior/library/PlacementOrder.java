package io.github.ascjava.testing.internal.behavior.library;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ascjava.testing.internal.behavior.common.Bodies;
import io.github.ascjava.testing.internal.behavior.common.Refusals;
import io.github.ascjava.testing.internal.behavior.common.ResourceRules;
import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.engine.StoredResource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
        Placements.requireOne(body, LOCALIZATIONS);
        for (String name : LOCALIZATIONS) {
            String id = Bodies.related(body, name);
            if (id != null) {
                List<String> known =
                        world.store().related(world.store().get(name + "s", id), Placements.PLACEMENTS).stream()
                                .map(StoredResource::id)
                                .toList();
                for (String each : Bodies.allRelated(body, ORDERED)) {
                    if (!known.contains(each)) {
                        throw Refusals.relationship(
                                ORDERED, "The placement '" + each + "' does not belong to the " + name + ".");
                    }
                }
            }
        }
    }

    @Override
    protected void afterCreation(StoredResource created, SandboxState world) {
        StoredResource localization = localization(created, world);
        if (localization == null) {
            return;
        }
        List<StoredResource> order = new ArrayList<>(world.store().related(created, ORDERED));
        world.store().related(localization, Placements.PLACEMENTS).stream()
                .filter(each -> !order.contains(each))
                .forEach(order::add);
        // A relationship keeps the order in which it was created.
        for (StoredResource each : order) {
            world.store().unlink(localization, Placements.PLACEMENTS, each);
            world.store().link(localization, Placements.PLACEMENTS, each);
        }
    }

    private static @Nullable StoredResource localization(StoredResource created, SandboxState world) {
        return LOCALIZATIONS.stream()
                .flatMap(name -> world.store().related(created, name).stream())
                .findFirst()
                .orElse(null);
    }
}
