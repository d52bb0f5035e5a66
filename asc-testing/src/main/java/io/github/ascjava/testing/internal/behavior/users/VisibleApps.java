package io.github.ascjava.testing.internal.behavior.users;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ascjava.testing.internal.behavior.common.Bodies;
import io.github.ascjava.testing.internal.behavior.common.Refusals;
import io.github.ascjava.testing.internal.catalog.Action;
import io.github.ascjava.testing.internal.catalog.OperationShape;
import io.github.ascjava.testing.internal.engine.ResourceHook;
import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.engine.StoredResource;
import io.github.ascjava.testing.internal.http.ErrorKind;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Users and invitations see either all apps or a list of apps. */
final class VisibleApps implements ResourceHook {

    private static final String RELATIONSHIP = "visibleApps";
    private static final Set<String> TYPES = Set.of(Users.TYPE, Invitations.TYPE);
    private static final Set<Action> ADDING =
            Set.of(Action.CREATE_TO_MANY_RELATIONSHIP, Action.REPLACE_TO_MANY_RELATIONSHIP);

    @Override
    public void check(OperationShape operation, JsonNode body, @Nullable StoredResource target, SandboxState world) {
        if (!TYPES.contains(operation.type())) {
            return;
        }
        if (operation.action() == Action.CREATE_INSTANCE || operation.action() == Action.UPDATE_INSTANCE) {
            checkBody(body, target, world);
        } else if (ADDING.contains(operation.action())
                && target != null
                && seesAll(target)
                && !Bodies.linked(body).isEmpty()) {
            throw ErrorKind.STATE.refusal(
                    "The user '" + target.id()
                            + "' can see all apps. Set 'allAppsVisible' to false and list the visible apps with the same request.");
        }
    }

    @Override
    public void created(StoredResource created, SandboxState world) {
        if (TYPES.contains(created.type())) {
            created.withDefault(
                    "allAppsVisible",
                    world.store().related(created, RELATIONSHIP).isEmpty());
        }
    }

    @Override
    public void updated(StoredResource updated, SandboxState world) {
        if (TYPES.contains(updated.type()) && seesAll(updated)) {
            world.store()
                    .related(updated, RELATIONSHIP)
                    .forEach(app -> world.store().unlink(updated, RELATIONSHIP, app));
        }
    }

    private static void checkBody(JsonNode body, @Nullable StoredResource target, SandboxState world) {
        JsonNode all = Bodies.attribute(body, "allAppsVisible");
        boolean listed = !Bodies.allRelated(body, RELATIONSHIP).isEmpty();
        boolean seesAll = all.isBoolean() ? all.asBoolean() : target != null && seesAll(target);
        if (listed && seesAll) {
            throw Refusals.relationshipNotAllowed(
                    RELATIONSHIP, "Visible apps can not be listed for a user who can see all apps.");
        }
        boolean hasSome =
                target != null && !world.store().related(target, RELATIONSHIP).isEmpty();
        if (all.isBoolean() && !seesAll && !listed && !hasSome) {
            throw Refusals.relationshipRequired(
                    RELATIONSHIP, "At least one visible app must be listed for a user who can not see all apps.");
        }
    }

    private static boolean seesAll(StoredResource user) {
        return user.flag("allAppsVisible");
    }
}
