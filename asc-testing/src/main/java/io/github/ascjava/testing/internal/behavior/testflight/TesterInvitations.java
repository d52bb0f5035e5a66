package io.github.ascjava.testing.internal.behavior.testflight;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ascjava.testing.internal.behavior.common.Bodies;
import io.github.ascjava.testing.internal.behavior.common.ResourceRules;
import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.engine.StoredResource;
import io.github.ascjava.testing.internal.http.Errors;

/** Invites a tester, unless the tester has installed a build. */
final class TesterInvitations extends ResourceRules {

    private final Testers testers;

    TesterInvitations(Testers testers) {
        super("betaTesterInvitations");
        this.testers = testers;
    }

    @Override
    protected void checkNew(JsonNode body, SandboxState world) {
        String id = Bodies.related(body, "betaTester");
        if (id != null
                && world.store().get(Testers.TYPE, id).text(Testers.STATE).equals("INSTALLED")) {
            throw Errors.refusal("betaTesters.installed", id);
        }
    }

    @Override
    protected void afterCreation(StoredResource created, SandboxState world) {
        created.related("betaTester").forEach(tester -> testers.invite(tester, world));
    }
}
