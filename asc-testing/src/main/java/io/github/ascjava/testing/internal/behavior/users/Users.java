package io.github.ascjava.testing.internal.behavior.users;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ascjava.testing.internal.behavior.common.Bodies;
import io.github.ascjava.testing.internal.behavior.common.Refusals;
import io.github.ascjava.testing.internal.catalog.Action;
import io.github.ascjava.testing.internal.catalog.OperationShape;
import io.github.ascjava.testing.internal.engine.ResourceHook;
import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.engine.StoredResource;
import org.jspecify.annotations.Nullable;

/**
 * The team keeps its Account Holder and at least one Admin.
 *
 * <p>That the service refuses this is known; its words are not, so these are ours.
 */
final class Users implements ResourceHook {

    static final String TYPE = "users";

    @Override
    public void check(OperationShape operation, JsonNode body, @Nullable StoredResource target, SandboxState world) {
        if (!operation.type().equals(TYPE) || target == null) {
            return;
        }
        JsonNode roles = target.attributes().path("roles");
        if (operation.action() == Action.DELETE_INSTANCE) {
            if (Roles.contains(roles, Roles.ACCOUNT_HOLDER)) {
                throw Refusals.forbidden("The Account Holder can not be removed from the team.");
            }
            requireOtherAdmin(target, world);
        } else if (operation.action() == Action.UPDATE_INSTANCE) {
            JsonNode newRoles = Bodies.attribute(body, "roles");
            if (newRoles.isArray()) {
                checkRoles(newRoles, target, world);
            }
        }
    }

    private static void checkRoles(JsonNode newRoles, StoredResource user, SandboxState world) {
        Roles.requireAny(newRoles);
        if (Roles.contains(user.attributes().path("roles"), Roles.ACCOUNT_HOLDER)) {
            if (!Roles.contains(newRoles, Roles.ACCOUNT_HOLDER)) {
                throw Refusals.forbidden("The role of the Account Holder can not be changed.");
            }
        } else {
            Roles.requireNotAccountHolder(newRoles);
        }
        if (!Roles.contains(newRoles, Roles.ADMIN)) {
            requireOtherAdmin(user, world);
        }
    }

    private static void requireOtherAdmin(StoredResource user, SandboxState world) {
        boolean isAdmin = Roles.contains(user.attributes().path("roles"), Roles.ADMIN);
        boolean hasOther = world.store().all(TYPE).stream()
                .anyMatch(other ->
                        !other.equals(user) && Roles.contains(other.attributes().path("roles"), Roles.ADMIN));
        if (isAdmin && !hasOther) {
            throw Refusals.state("The team must have at least one user with the role 'ADMIN'.");
        }
    }
}
