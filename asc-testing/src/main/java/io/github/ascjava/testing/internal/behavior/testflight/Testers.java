package io.github.ascjava.testing.internal.behavior.testflight;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ascjava.testing.internal.behavior.common.Bodies;
import io.github.ascjava.testing.internal.behavior.common.ResourceRules;
import io.github.ascjava.testing.internal.behavior.common.Scheduler;
import io.github.ascjava.testing.internal.catalog.OperationShape;
import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.engine.StoredResource;
import io.github.ascjava.testing.internal.http.Errors;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A tester is one email address, in any number of groups. Invited testers accept after an hour and install after a day.
 */
final class Testers extends ResourceRules {

    static final String TYPE = "betaTesters";

    static final String STATE = "state";

    private static final Duration UNTIL_ACCEPTED = Duration.ofHours(1);
    private static final Duration UNTIL_INSTALLED = Duration.ofDays(1);

    private final Scheduler agenda;

    Testers(Scheduler agenda) {
        super(TYPE);
        this.agenda = agenda;
    }

    /** An existing tester is added to the new groups, too. */
    @Override
    public @Nullable StoredResource make(OperationShape operation, JsonNode body, SandboxState world) {
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
    protected void checkNew(JsonNode body, SandboxState world) {
        String email = Bodies.text(body, "email");
        Bodies.allRelated(body, BetaGroups.TYPE)
                .forEach(id -> requireFits(email, world.store().get(BetaGroups.TYPE, id), world));
    }

    @Override
    protected void afterCreation(StoredResource created, SandboxState world) {
        created.with("inviteType", "EMAIL").with(STATE, "NOT_INVITED");
        List.of("firstName", "lastName").forEach(name -> created.withDefault(name, null));
        settle(created, world);
    }

    @Override
    protected void afterUpdate(StoredResource updated, SandboxState world) {
        settle(updated, world);
    }

    /** Called when a group was changed: at this point, the testers removed from it are unknown. */
    void groupUpdated(SandboxState world) {
        world.store().all(TYPE).forEach(tester -> settle(tester, world));
    }

    /** Rejects an address that does not fit the group. */
    static void requireFits(String email, StoredResource group, SandboxState world) {
        boolean isUser = world.store().all("users").stream()
                .anyMatch(user -> user.text("username").equalsIgnoreCase(email));
        if (group.flag("isInternalGroup") && !isUser) {
            throw Errors.refusal("betaTesters.internal", email, group.id());
        }
    }

    private void join(StoredResource tester, JsonNode body, SandboxState world) {
        List<StoredResource> groups = tester.related(BetaGroups.TYPE);
        List<StoredResource> wanted = Bodies.allRelated(body, BetaGroups.TYPE).stream()
                .map(id -> world.store().get(BetaGroups.TYPE, id))
                .toList();
        if (!wanted.isEmpty() && groups.containsAll(wanted)) {
            throw Errors.refusal("betaTesters.exists", tester.id());
        }
        wanted.forEach(group -> tester.link(BetaGroups.TYPE, group));
        settle(tester, world);
    }

    /** A tester's apps are those of the groups and of the individually assigned builds. */
    private void settle(StoredResource tester, SandboxState world) {
        Set<StoredResource> apps = new LinkedHashSet<>();
        for (StoredResource group : tester.related(BetaGroups.TYPE)) {
            apps.addAll(group.related("app"));
        }
        for (StoredResource build : tester.related(Builds.TYPE)) {
            apps.addAll(build.related("app"));
        }
        for (StoredResource old : tester.related("apps")) {
            if (!apps.contains(old)) {
                tester.unlink("apps", old);
            }
        }
        apps.forEach(app -> tester.link("apps", app));
        if (!apps.isEmpty() && isIn(tester, "NOT_INVITED")) {
            invite(tester, world);
        }
    }

    /** Invites a tester, who accepts and installs later. */
    void invite(StoredResource tester, SandboxState world) {
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
