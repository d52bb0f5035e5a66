package io.github.ascjava.testing.internal.behavior.testflight;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ascjava.testing.internal.behavior.common.Bodies;
import io.github.ascjava.testing.internal.catalog.OperationShape;
import io.github.ascjava.testing.internal.engine.ResourceHook;
import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.engine.StoredResource;
import io.github.ascjava.testing.internal.http.ApiErrorException;
import io.github.ascjava.testing.internal.http.ErrorKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A tester is added to a group once, and is removed from an app by being removed from its groups. */
final class TesterLinks implements ResourceHook {

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
            case "DELETE_TO_MANY_RELATIONSHIP apps.betaTesters" ->
                ids.forEach(id -> leave(world.store().get(Testers.TYPE, id), target, world));
            case "DELETE_TO_MANY_RELATIONSHIP betaTesters.apps" ->
                ids.forEach(id -> leave(target, world.store().get("apps", id), world));
            default -> {}
        }
    }

    /** The error for a tester who is already in the group. */
    static ApiErrorException alreadyThere(StoredResource tester) {
        return ErrorKind.STATE.refusal(
                "Tester(s) cannot be assigned. The tester '" + tester.id() + "' is in the group already.");
    }

    private static void requireNew(StoredResource tester, StoredResource group, SandboxState world) {
        if (world.store().related(tester, BetaGroups.TYPE).contains(group)) {
            throw alreadyThere(tester);
        }
        Testers.requireFits(tester.text("email"), group, world);
    }

    private static void leave(StoredResource tester, StoredResource app, SandboxState world) {
        for (String relationship : List.of(BetaGroups.TYPE, Builds.TYPE)) {
            for (StoredResource each : world.store().related(tester, relationship)) {
                if (world.store().related(each, "app").contains(app)) {
                    world.store().unlink(tester, relationship, each);
                }
            }
        }
    }
}
