package io.github.ascjava.testing.internal.behavior.testflight;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ascjava.testing.internal.behavior.common.Bodies;
import io.github.ascjava.testing.internal.behavior.common.Dates;
import io.github.ascjava.testing.internal.behavior.common.ResourceRules;
import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.engine.StoredResource;
import io.github.ascjava.testing.internal.http.Errors;
import java.util.List;

/**
 * Groups are internal, for members of the team, or external; only external groups can have a public link. Testing begins
 * when a build is added to a group.
 */
final class BetaGroups extends ResourceRules {

    static final String TYPE = "betaGroups";

    private static final String INTERNAL = "isInternalGroup";
    private static final String LINK_ENABLED = "publicLinkEnabled";

    private final Testers testers;
    private final BetaStates states;

    BetaGroups(Testers testers, BetaStates states) {
        super(TYPE);
        this.testers = testers;
        this.states = states;
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
            throw Errors.refusal("betaGroups.public-link");
        }
        if (!internal && Bodies.attribute(body, "hasAccessToAllBuilds").asBoolean()) {
            throw Errors.refusal("betaGroups.all-builds");
        }
    }

    @Override
    protected void afterCreation(StoredResource created, SandboxState world) {
        created.with("createdDate", Dates.zulu(world.clock().instant()))
                .withDefault(INTERNAL, false)
                .withDefault("hasAccessToAllBuilds", false)
                .withDefault("feedbackEnabled", true)
                .withDefault("iosBuildsAvailableForAppleSiliconMac", true)
                .withDefault("iosBuildsAvailableForAppleVision", true);
        if (!created.flag(INTERNAL)) {
            created.withDefault(LINK_ENABLED, false);
        }
        addLink(created, world);
        refresh(created, world);
    }

    @Override
    protected void afterUpdate(StoredResource updated, SandboxState world) {
        addLink(updated, world);
        testers.groupUpdated(world);
        refresh(updated, world);
    }

    @Override
    protected void onDeletion(StoredResource group, SandboxState world) {
        List<StoredResource> builds = group.related(Builds.TYPE);
        builds.forEach(build -> group.unlink(Builds.TYPE, build));
        builds.forEach(build -> states.refresh(build, world));
    }

    /** At this point the builds removed from a group are unknown, so all builds of the app are updated. */
    private void refresh(StoredResource group, SandboxState world) {
        for (StoredResource app : group.related("app")) {
            app.related(Builds.TYPE).forEach(build -> states.refresh(build, world));
        }
    }

    private static void addLink(StoredResource group, SandboxState world) {
        ObjectNode attributes = group.attributes();
        if (attributes.path(LINK_ENABLED).asBoolean() && !attributes.hasNonNull("publicLinkId")) {
            String id = world.ids().code().substring(0, 8);
            attributes.put("publicLinkId", id).put("publicLink", "https://testflight.apple.com/join/" + id);
        }
    }
}
