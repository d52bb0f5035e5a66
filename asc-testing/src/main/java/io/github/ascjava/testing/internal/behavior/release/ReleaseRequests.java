package io.github.ascjava.testing.internal.behavior.release;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ascjava.testing.internal.behavior.common.Bodies;
import io.github.ascjava.testing.internal.behavior.common.ResourceRules;
import io.github.ascjava.testing.internal.behavior.common.Scheduler;
import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.engine.StoredResource;
import io.github.ascjava.testing.internal.http.ErrorKind;
import java.time.Instant;

/** Releases a version that is pending developer release. */
final class ReleaseRequests extends ResourceRules {

    private static final String TYPE = "appStoreVersionReleaseRequests";

    private final Shop shop;
    private final Scheduler agenda;

    ReleaseRequests(Shop shop, Scheduler agenda) {
        super(TYPE);
        this.shop = shop;
        this.agenda = agenda;
    }

    @Override
    protected void checkNew(JsonNode body, SandboxState world) {
        StoredResource version = Bodies.required(body, "appStoreVersion", Versions.TYPE, world);
        if (!VersionState.of(version).equals(VersionState.PENDING_DEVELOPER_RELEASE)) {
            throw ErrorKind.ENTITY_STATE.refusal(
                    "The version is in the state '" + VersionState.of(version) + "' and can not be released.");
        }
    }

    @Override
    protected void afterCreation(StoredResource created, SandboxState world) {
        Instant now = world.clock().instant();
        world.store().related(created, "appStoreVersion").forEach(version -> shop.release(version, now, world));
    }

    /** All scheduled tasks of this package share one scheduler. */
    @Override
    public void timePassed(SandboxState world) {
        agenda.run(world.clock().instant());
    }
}
