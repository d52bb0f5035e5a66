package io.github.ascjava.testing.internal.behavior.users;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ascjava.testing.internal.behavior.common.Bodies;
import io.github.ascjava.testing.internal.behavior.common.ResourceRules;
import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.engine.StoredResource;
import io.github.ascjava.testing.internal.http.ErrorKind;

/**
 * The team keeps its Account Holder and at least one Admin.
 *
 * <p>The service is known to reject such changes, but not with which texts, so these texts are assumed.
 */
final class Users extends ResourceRules {

    static final String TYPE = "users";

    Users() {
        super(TYPE);
    }

    @Override
    protected void checkUpdate(StoredResource target, JsonNode body, SandboxState world) {
        JsonNode newRoles = Bodies.attribute(body, "roles");
        if (newRoles.isArray()) {
            checkRoles(newRoles, target, world);
        }
    }

    @Override
    protected void checkDeletion(StoredResource target, SandboxState world) {
        if (Roles.contains(target.attributes().path("roles"), Roles.ACCOUNT_HOLDER)) {
            throw ErrorKind.FORBIDDEN.refusal("The Account Holder can not be removed from the team.");
        }
        requireOtherAdmin(target, world);
    }

    private static void checkRoles(JsonNode newRoles, StoredResource user, SandboxState world) {
        Roles.requireAny(newRoles);
        if (Roles.contains(user.attributes().path("roles"), Roles.ACCOUNT_HOLDER)) {
            if (!Roles.contains(newRoles, Roles.ACCOUNT_HOLDER)) {
                throw ErrorKind.FORBIDDEN.refusal("The role of the Account Holder can not be changed.");
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
            throw ErrorKind.STATE.refusal("The team must have at least one user with the role 'ADMIN'.");
        }
    }
}
