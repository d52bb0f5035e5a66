package io.github.ascjava.testing.internal.behavior.users;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ascjava.testing.internal.behavior.common.Bodies;
import io.github.ascjava.testing.internal.catalog.Action;
import io.github.ascjava.testing.internal.catalog.OperationShape;
import io.github.ascjava.testing.internal.engine.ResourceHook;
import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.engine.StoredResource;
import io.github.ascjava.testing.internal.http.Errors;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Users and invitations see either all apps or a list of apps. */
final class VisibleApps implements ResourceHook {

    private static final String RELATIONSHIP = "visibleApps";
    private static final Set<Action> ADDING =
            Set.of(Action.CREATE_TO_MANY_RELATIONSHIP, Action.REPLACE_TO_MANY_RELATIONSHIP);

    @Override
    public Set<String> types() {
        return Set.of(Users.TYPE, Invitations.TYPE);
    }

    @Override
    public void check(OperationShape operation, JsonNode body, @Nullable StoredResource target, SandboxState world) {
        if (operation.action() == Action.CREATE_INSTANCE || operation.action() == Action.UPDATE_INSTANCE) {
            checkBody(body, target);
        } else if (ADDING.contains(operation.action())
                && target != null
                && seesAll(target)
                && !Bodies.linked(body).isEmpty()) {
            throw Errors.refusal("users.all-apps", target.id());
        }
    }

    @Override
    public void created(StoredResource created, SandboxState world) {
        created.withDefault("allAppsVisible", !created.hasRelated(RELATIONSHIP));
    }

    @Override
    public void updated(StoredResource updated, SandboxState world) {
        if (seesAll(updated)) {
            updated.related(RELATIONSHIP).forEach(app -> updated.unlink(RELATIONSHIP, app));
        }
    }

    private static void checkBody(JsonNode body, @Nullable StoredResource target) {
        JsonNode all = Bodies.attribute(body, "allAppsVisible");
        boolean listed = !Bodies.allRelated(body, RELATIONSHIP).isEmpty();
        boolean seesAll = all.isBoolean() ? all.asBoolean() : target != null && seesAll(target);
        if (listed && seesAll) {
            throw Errors.refusal("visibleApps.all");
        }
        boolean hasSome = target != null && target.hasRelated(RELATIONSHIP);
        if (all.isBoolean() && !seesAll && !listed && !hasSome) {
            throw Errors.refusal("visibleApps.none");
        }
    }

    private static boolean seesAll(StoredResource user) {
        return user.flag("allAppsVisible");
    }
}
