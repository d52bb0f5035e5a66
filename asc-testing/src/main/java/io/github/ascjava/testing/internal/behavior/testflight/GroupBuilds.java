package io.github.ascjava.testing.internal.behavior.testflight;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ascjava.testing.internal.behavior.common.Bodies;
import io.github.ascjava.testing.internal.catalog.Action;
import io.github.ascjava.testing.internal.catalog.OperationShape;
import io.github.ascjava.testing.internal.engine.ResourceHook;
import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.engine.StoredResource;
import io.github.ascjava.testing.internal.http.ErrorKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A group tests builds that are processed and have not expired; testing begins when a build is added to a group. */
final class GroupBuilds implements ResourceHook {

    private static final String GROUPS = "betaGroups";

    private final BetaStates states;

    GroupBuilds(BetaStates states) {
        this.states = states;
    }

    @Override
    public void check(OperationShape operation, JsonNode body, @Nullable StoredResource target, SandboxState world) {
        if (operation.action() != Action.CREATE_TO_MANY_RELATIONSHIP || target == null) {
            return;
        }
        boolean toGroup = operation.type().equals(GROUPS) && Builds.TYPE.equals(operation.relationship());
        boolean toBuild = operation.type().equals(Builds.TYPE) && GROUPS.equals(operation.relationship());
        if (toGroup) {
            refuseIfAllBuilds(target, "Builds cannot be assigned to this internal group.");
            Bodies.linked(body).forEach(id -> require(world.store().get(Builds.TYPE, id), target, world));
        } else if (toBuild) {
            for (String id : Bodies.linked(body)) {
                StoredResource group = world.store().get(GROUPS, id);
                refuseIfAllBuilds(group, "Cannot add internal group to a build.");
                require(target, group, world);
            }
        }
    }

    /** Such a group has every build already (docs/live-service.md#internal-groups-reject-builds). */
    private static void refuseIfAllBuilds(StoredResource group, String detail) {
        if (group.flag("isInternalGroup") && group.flag("hasAccessToAllBuilds")) {
            throw ErrorKind.UNPROCESSABLE.refusal(detail);
        }
    }

    @Override
    public void created(StoredResource created, SandboxState world) {
        refresh(created, world);
    }

    @Override
    public void updated(StoredResource updated, SandboxState world) {
        refresh(updated, world);
    }

    @Override
    public void deleting(StoredResource resource, SandboxState world) {
        if (resource.type().equals(GROUPS)) {
            List<StoredResource> builds = world.store().related(resource, Builds.TYPE);
            builds.forEach(build -> world.store().unlink(resource, Builds.TYPE, build));
            builds.forEach(build -> states.refresh(build, world));
        }
    }

    /** At this point the builds removed from a group are unknown, so all builds of the app are updated. */
    private void refresh(StoredResource group, SandboxState world) {
        if (group.type().equals(GROUPS)) {
            for (StoredResource app : world.store().related(group, "app")) {
                world.store().related(app, Builds.TYPE).forEach(build -> states.refresh(build, world));
            }
        }
    }

    private static void require(StoredResource build, StoredResource group, SandboxState world) {
        ObjectNode attributes = build.attributes();
        if (!attributes.path("processingState").asText().equals("VALID")
                || attributes.path("expired").asBoolean()) {
            throw ErrorKind.STATE.refusal(
                    "Build is not assignable. The build '" + build.id() + "' is being processed or has expired.");
        }
        if (!world.store().related(build, "app").equals(world.store().related(group, "app"))) {
            throw ErrorKind.STATE.refusal("Build is not assignable. The build '" + build.id() + "' is of another app.");
        }
    }
}
