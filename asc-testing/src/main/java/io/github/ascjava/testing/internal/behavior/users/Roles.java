package io.github.ascjava.testing.internal.behavior.users;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ascjava.testing.internal.http.Errors;

/** Which changes of roles are allowed. */
final class Roles {

    static final String ADMIN = "ADMIN";
    static final String ACCOUNT_HOLDER = "ACCOUNT_HOLDER";

    private Roles() {}

    static boolean contains(JsonNode roles, String role) {
        for (JsonNode each : roles) {
            if (each.asText().equals(role)) {
                return true;
            }
        }
        return false;
    }

    /** Rejects a list without any role. */
    static void requireAny(JsonNode roles) {
        if (roles.isEmpty()) {
            throw Errors.refusal("users.no-role");
        }
    }

    /** Rejects assigning ACCOUNT_HOLDER; the Account Holder transfers this role on the website. */
    static void requireNotAccountHolder(JsonNode roles) {
        if (contains(roles, ACCOUNT_HOLDER)) {
            throw Errors.refusal("users.account-holder");
        }
    }
}
