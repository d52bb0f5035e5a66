package io.github.ascjava.testing.internal.behavior.testflight;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ascjava.testing.internal.behavior.common.Bodies;
import io.github.ascjava.testing.internal.behavior.common.Dates;
import io.github.ascjava.testing.internal.behavior.common.Refusals;
import io.github.ascjava.testing.internal.behavior.common.ResourceRules;
import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.engine.StoredResource;
import java.util.Map;

/** Groups are internal, for members of the team, or external; only external groups can have a public link. */
final class BetaGroups extends ResourceRules {

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

    BetaGroups() {
        super(TYPE);
    }

    @Override
    protected void checkNew(JsonNode body, SandboxState world) {
        check(body, Bodies.attribute(body, INTERNAL).asBoolean());
    }

    @Override
    protected void checkUpdate(StoredResource target, JsonNode body, SandboxState world) {
        check(body, target.flag(INTERNAL));
    }

    private static void check(JsonNode body, boolean internal) {
        if (internal && Bodies.attribute(body, LINK_ENABLED).asBoolean()) {
            throw Refusals.attribute(LINK_ENABLED, "An internal group can not have a public link.");
        }
        if (!internal && Bodies.attribute(body, "hasAccessToAllBuilds").asBoolean()) {
            throw Refusals.attribute("hasAccessToAllBuilds", "Only internal groups can have access to all builds.");
        }
    }

    @Override
    protected void afterCreation(StoredResource created, SandboxState world) {
        complete(created, world);
    }

    @Override
    protected void afterUpdate(StoredResource updated, SandboxState world) {
        addLink(updated, world);
    }

    private static void complete(StoredResource group, SandboxState world) {
        DEFAULTS.forEach(group::withDefault);
        group.with("createdDate", Dates.zulu(world.clock().instant()));
        if (!group.flag(INTERNAL)) {
            group.withDefault(LINK_ENABLED, false);
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
