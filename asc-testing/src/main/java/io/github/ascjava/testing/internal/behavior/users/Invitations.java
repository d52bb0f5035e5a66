package io.github.ascjava.testing.internal.behavior.users;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ascjava.testing.internal.behavior.common.Bodies;
import io.github.ascjava.testing.internal.behavior.common.Dates;
import io.github.ascjava.testing.internal.behavior.common.ResourceRules;
import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.engine.StoredResource;
import io.github.ascjava.testing.internal.http.Errors;
import java.time.Duration;

/** An address can be invited once, for three days, unless it already belongs to a user of the team. */
final class Invitations extends ResourceRules {

    static final String TYPE = "userInvitations";

    private static final Duration LIFE = Duration.ofDays(3);

    Invitations() {
        super(TYPE);
    }

    @Override
    protected void checkNew(JsonNode body, SandboxState world) {
        String email = Bodies.text(body, "email");
        JsonNode roles = Bodies.attribute(body, "roles");
        Roles.requireAny(roles);
        Roles.requireNotAccountHolder(roles);
        if (isTaken(email, Users.TYPE, "username", world)) {
            throw Errors.refusal("invitations.user", email);
        }
        if (isTaken(email, TYPE, "email", world)) {
            throw Errors.refusal("invitations.invited", email);
        }
    }

    @Override
    protected void afterCreation(StoredResource created, SandboxState world) {
        created.with("expirationDate", Dates.zulu(world.clock().instant().plus(LIFE)))
                .withDefault("provisioningAllowed", false);
    }

    @Override
    public void timePassed(SandboxState world) {
        String now = Dates.zulu(world.clock().instant());
        for (StoredResource invitation : world.store().all(TYPE)) {
            ObjectNode attributes = invitation.attributes();
            if (attributes.hasNonNull("expirationDate")
                    && attributes.path("expirationDate").asText().compareTo(now) < 0) {
                world.store().remove(invitation);
            }
        }
    }

    private static boolean isTaken(String email, String type, String attribute, SandboxState world) {
        return world.store().all(type).stream()
                .anyMatch(each -> each.text(attribute).equalsIgnoreCase(email));
    }
}
