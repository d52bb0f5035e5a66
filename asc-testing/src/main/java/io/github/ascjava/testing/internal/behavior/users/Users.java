package io.github.ascjava.testing.internal.behavior.users;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ascjava.testing.internal.behavior.common.Bodies;
import io.github.ascjava.testing.internal.behavior.common.ResourceRules;
import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.engine.StoredResource;
import io.github.ascjava.testing.internal.http.Errors;

/** The team keeps its Account Holder and at least one Admin. */
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
            throw Errors.refusal("users.account-holder-stays");
        }
        requireOtherAdmin(target, world);
    }

    private static void checkRoles(JsonNode newRoles, StoredResource user, SandboxState world) {
        Roles.requireAny(newRoles);
        if (Roles.contains(user.attributes().path("roles"), Roles.ACCOUNT_HOLDER)) {
            if (!Roles.contains(newRoles, Roles.ACCOUNT_HOLDER)) {
                throw Errors.refusal("users.account-holder-role");
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
            throw Errors.refusal("users.last-admin");
        }
    }
}
