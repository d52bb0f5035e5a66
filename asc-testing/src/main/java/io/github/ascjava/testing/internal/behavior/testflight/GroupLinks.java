package io.github.ascjava.testing.internal.behavior.testflight;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ascjava.testing.internal.behavior.common.Bodies;
import io.github.ascjava.testing.internal.catalog.OperationShape;
import io.github.ascjava.testing.internal.engine.ResourceHook;
import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.engine.StoredResource;
import io.github.ascjava.testing.internal.http.Errors;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A tester is added to a group once, and is removed from an app by being removed from its groups. A group tests builds
 * that are processed and have not expired.
 */
final class GroupLinks implements ResourceHook {

    @Override
    public Set<String> types() {
        return Set.of(BetaGroups.TYPE, Testers.TYPE, Builds.TYPE, "apps");
    }

    @Override
    public void check(OperationShape operation, JsonNode body, @Nullable StoredResource target, SandboxState world) {
        String relationship = operation.relationship();
        if (target == null || relationship == null) {
            return;
        }
        List<String> ids = Bodies.linked(body);
        switch (operation.action() + " " + operation.type() + "." + relationship) {
            case "CREATE_TO_MANY_RELATIONSHIP betaGroups.betaTesters" ->
                ids.forEach(id -> requireNew(world.store().get(Testers.TYPE, id), target, world));
            case "CREATE_TO_MANY_RELATIONSHIP betaTesters.betaGroups" ->
                ids.forEach(id -> requireNew(target, world.store().get(BetaGroups.TYPE, id), world));
            case "CREATE_TO_MANY_RELATIONSHIP betaGroups.builds" -> {
                requireChoice(target, "betaGroups.adds-no-build");
                ids.forEach(id -> requireFits(world.store().get(Builds.TYPE, id), target));
            }
            case "CREATE_TO_MANY_RELATIONSHIP builds.betaGroups" -> {
                for (String id : ids) {
                    StoredResource group = world.store().get(BetaGroups.TYPE, id);
                    requireChoice(group, "builds.adds-no-group");
                    requireFits(target, group);
                }
            }
            case "DELETE_TO_MANY_RELATIONSHIP apps.betaTesters" ->
                ids.forEach(id -> leave(world.store().get(Testers.TYPE, id), target));
            case "DELETE_TO_MANY_RELATIONSHIP betaTesters.apps" ->
                ids.forEach(id -> leave(target, world.store().get("apps", id)));
            default -> {}
        }
    }

    private static void requireNew(StoredResource tester, StoredResource group, SandboxState world) {
        if (tester.related(BetaGroups.TYPE).contains(group)) {
            throw Errors.refusal("betaTesters.exists", tester.id());
        }
        Testers.requireFits(tester.text("email"), group, world);
    }

    private static void leave(StoredResource tester, StoredResource app) {
        for (String relationship : List.of(BetaGroups.TYPE, Builds.TYPE)) {
            for (StoredResource each : tester.related(relationship)) {
                if (each.related("app").contains(app)) {
                    tester.unlink(relationship, each);
                }
            }
        }
    }

    /** Rejects a group that has every build already. */
    private static void requireChoice(StoredResource group, String error) {
        if (group.flag("isInternalGroup") && group.flag("hasAccessToAllBuilds")) {
            throw Errors.refusal(error);
        }
    }

    /** Rejects a build that a group cannot test. */
    private static void requireFits(StoredResource build, StoredResource group) {
        if (!build.text("processingState").equals("VALID") || build.flag("expired")) {
            throw Errors.refusal("betaGroups.build", build.id());
        }
        if (!build.related("app").equals(group.related("app"))) {
            throw Errors.refusal("betaGroups.other-app", build.id());
        }
    }
}
