package io.github.ascjava.testing.internal.behavior.testflight;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ascjava.testing.internal.behavior.common.Bodies;
import io.github.ascjava.testing.internal.behavior.common.Dates;
import io.github.ascjava.testing.internal.behavior.common.Refusals;
import io.github.ascjava.testing.internal.catalog.OperationShape;
import io.github.ascjava.testing.internal.engine.ResourceHook;
import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.engine.StoredResource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Groups are for people of the team or for others, and only those for others can be joined by a public link. */
final class BetaGroups implements ResourceHook {

    static final String TYPE = "betaGroups";

    private static final String INTERNAL = "isInternalGroup";
    private static final String LINK_ENABLED = "publicLinkEnabled";
    private static final Map<String, Boolean> DEFAULTS = Map.of(
            INTERNAL,
            false,
            "hasAccessToAllBuilds",
            false,
            "feedbackEnabled",
            true,
            "iosBuildsAvailableForAppleSiliconMac",
            true,
            "iosBuildsAvailableForAppleVision",
            true);

    @Override
    public void check(OperationShape operation, JsonNode body, @Nullable StoredResource target, SandboxState world) {
        if (!operation.type().equals(TYPE)) {
            return;
        }
        boolean internal = target == null
                ? Bodies.attribute(body, INTERNAL).asBoolean()
                : target.attributes().path(INTERNAL).asBoolean();
        if (internal && Bodies.attribute(body, LINK_ENABLED).asBoolean()) {
            throw Refusals.attribute(LINK_ENABLED, "An internal group can not have a public link.");
        }
        if (!internal && Bodies.attribute(body, "hasAccessToAllBuilds").asBoolean()) {
            throw Refusals.attribute("hasAccessToAllBuilds", "Only internal groups can have access to all builds.");
        }
    }

    @Override
    public void created(StoredResource created, SandboxState world) {
        if (created.type().equals(TYPE)) {
            complete(created, world);
        }
    }

    @Override
    public void updated(StoredResource updated, ObjectNode before, SandboxState world) {
        if (updated.type().equals(TYPE)) {
            addLink(updated, world);
        }
    }

    private static void complete(StoredResource group, SandboxState world) {
        ObjectNode attributes = group.attributes();
        DEFAULTS.forEach((name, value) -> {
            if (!attributes.hasNonNull(name)) {
                attributes.put(name, value);
            }
        });
        attributes.put("createdDate", Dates.zulu(world.clock().instant()));
        if (!attributes.path(INTERNAL).asBoolean() && !attributes.hasNonNull(LINK_ENABLED)) {
            attributes.put(LINK_ENABLED, false);
        }
        addLink(group, world);
    }

    private static void addLink(StoredResource group, SandboxState world) {
        ObjectNode attributes = group.attributes();
        if (attributes.path(LINK_ENABLED).asBoolean() && !attributes.hasNonNull("publicLinkId")) {
            String id = world.ids().code().substring(0, 8);
            attributes.put("publicLinkId", id).put("publicLink", "https://testflight.apple.com/join/" + id);
        }
    }
}
