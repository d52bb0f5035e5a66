package io.github.ascjava.testing.internal.behavior.testflight;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ascjava.testing.internal.behavior.common.Bodies;
import io.github.ascjava.testing.internal.behavior.common.Scheduler;
import io.github.ascjava.testing.internal.catalog.Action;
import io.github.ascjava.testing.internal.catalog.OperationShape;
import io.github.ascjava.testing.internal.engine.ResourceHook;
import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.engine.StoredResource;
import io.github.ascjava.testing.internal.http.ErrorKind;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A tester is one email address, in any number of groups. Invited testers accept after an hour and install after a day.
 */
final class Testers implements ResourceHook {

    static final String TYPE = "betaTesters";

    private static final String STATE = "state";
    private static final Duration UNTIL_ACCEPTED = Duration.ofHours(1);
    private static final Duration UNTIL_INSTALLED = Duration.ofDays(1);

    private final Scheduler agenda;

    Testers(Scheduler agenda) {
        this.agenda = agenda;
    }

    /** An existing tester is added to the new groups, too. */
    @Override
    public @Nullable StoredResource make(OperationShape operation, JsonNode body, SandboxState world) {
        if (!operation.type().equals(TYPE)) {
            return null;
        }
        String email = Bodies.text(body, "email");
        for (StoredResource tester : world.store().all(TYPE)) {
            if (tester.text("email").equalsIgnoreCase(email)) {
                join(tester, body, world);
                return tester;
            }
        }
        return null;
    }

    @Override
    public void check(OperationShape operation, JsonNode body, @Nullable StoredResource target, SandboxState world) {
        boolean creates = operation.action() == Action.CREATE_INSTANCE;
        if (operation.type().equals(TYPE) && creates) {
            String email = Bodies.text(body, "email");
            Bodies.allRelated(body, BetaGroups.TYPE)
                    .forEach(id -> requireFits(email, world.store().get(BetaGroups.TYPE, id), world));
        } else if (operation.type().equals("betaTesterInvitations") && creates) {
            String id = Bodies.related(body, "betaTester");
            if (id != null && world.store().get(TYPE, id).text(STATE).equals("INSTALLED")) {
                throw ErrorKind.STATE.refusal(
                        "The tester '" + id + "' has accepted the invitation and installed a build.");
            }
        }
    }

    @Override
    public void created(StoredResource created, SandboxState world) {
        if (created.type().equals(TYPE)) {
            ObjectNode attributes =
                    created.attributes().put("inviteType", "EMAIL").put(STATE, "NOT_INVITED");
            for (String name : List.of("firstName", "lastName")) {
                if (!attributes.has(name)) {
                    attributes.putNull(name);
                }
            }
            settle(created, world);
        } else if (created.type().equals("betaTesterInvitations")) {
            world.store().related(created, "betaTester").forEach(tester -> invite(tester, world));
        }
    }

    @Override
    public void updated(StoredResource updated, SandboxState world) {
        if (updated.type().equals(TYPE)) {
            settle(updated, world);
        } else if (updated.type().equals(BetaGroups.TYPE)) {
            // At this point the testers removed from a group are unknown.
            world.store().all(TYPE).forEach(tester -> settle(tester, world));
        }
    }

    @Override
    public void timePassed(SandboxState world) {
        agenda.run(world.clock().instant());
    }

    /** Rejects an address that does not fit the group. */
    static void requireFits(String email, StoredResource group, SandboxState world) {
        boolean isUser = world.store().all("users").stream()
                .anyMatch(user -> user.text("username").equalsIgnoreCase(email));
        if (group.flag("isInternalGroup") && !isUser) {
            throw ErrorKind.STATE.refusal("Tester(s) cannot be assigned. '" + email
                    + "' is not a user of the team, and the group '" + group.id() + "' is internal.");
        }
    }

    private void join(StoredResource tester, JsonNode body, SandboxState world) {
        List<StoredResource> groups = world.store().related(tester, BetaGroups.TYPE);
        List<StoredResource> wanted = Bodies.allRelated(body, BetaGroups.TYPE).stream()
                .map(id -> world.store().get(BetaGroups.TYPE, id))
                .toList();
        if (!wanted.isEmpty() && groups.containsAll(wanted)) {
            throw TesterLinks.alreadyThere(tester);
        }
        wanted.forEach(group -> world.store().link(tester, BetaGroups.TYPE, group));
        settle(tester, world);
    }

    /** A tester's apps are those of the groups and of the individually assigned builds. */
    private void settle(StoredResource tester, SandboxState world) {
        Set<StoredResource> apps = new LinkedHashSet<>();
        for (StoredResource group : world.store().related(tester, BetaGroups.TYPE)) {
            apps.addAll(world.store().related(group, "app"));
        }
        for (StoredResource build : world.store().related(tester, Builds.TYPE)) {
            apps.addAll(world.store().related(build, "app"));
        }
        for (StoredResource old : world.store().related(tester, "apps")) {
            if (!apps.contains(old)) {
                world.store().unlink(tester, "apps", old);
            }
        }
        apps.forEach(app -> world.store().link(tester, "apps", app));
        if (!apps.isEmpty() && isIn(tester, "NOT_INVITED")) {
            invite(tester, world);
        }
    }

    private void invite(StoredResource tester, SandboxState world) {
        Instant now = world.clock().instant();
        tester.attributes().put(STATE, "INVITED");
        agenda.at(now.plus(UNTIL_ACCEPTED), time -> follow(tester, "INVITED", "ACCEPTED"));
        agenda.at(now.plus(UNTIL_INSTALLED), time -> follow(tester, "ACCEPTED", "INSTALLED"));
    }

    private static void follow(StoredResource tester, String from, String to) {
        if (isIn(tester, from)) {
            tester.attributes().put(STATE, to);
        }
    }

    private static boolean isIn(StoredResource tester, String state) {
        return tester.text(STATE).equals(state);
    }
}
