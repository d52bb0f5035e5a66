package io.github.ascjava.testing.internal.behavior.release;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ascjava.testing.internal.behavior.common.Bodies;
import io.github.ascjava.testing.internal.behavior.common.Refusals;
import io.github.ascjava.testing.internal.behavior.common.Scheduler;
import io.github.ascjava.testing.internal.catalog.OperationShape;
import io.github.ascjava.testing.internal.engine.ResourceHook;
import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.engine.StoredResource;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A version that waits for its developer is released on request. */
final class ReleaseRequests implements ResourceHook {

    private static final String TYPE = "appStoreVersionReleaseRequests";

    private final Shop shop;
    private final Scheduler agenda;

    ReleaseRequests(Shop shop, Scheduler agenda) {
        this.shop = shop;
        this.agenda = agenda;
    }

    @Override
    public void check(OperationShape operation, JsonNode body, @Nullable StoredResource target, SandboxState world) {
        if (!operation.type().equals(TYPE)) {
            return;
        }
        StoredResource version =
                world.store().get(Versions.TYPE, String.valueOf(Bodies.related(body, "appStoreVersion")));
        if (!VersionState.of(version).equals(VersionState.PENDING_DEVELOPER_RELEASE)) {
            throw Refusals.state(
                    "STATE_ERROR.ENTITY_STATE_INVALID",
                    "The version is in the state '" + VersionState.of(version) + "' and can not be released.");
        }
    }

    @Override
    public void created(StoredResource created, SandboxState world) {
        if (created.type().equals(TYPE)) {
            Instant now = world.clock().instant();
            world.store().related(created, "appStoreVersion").forEach(version -> shop.release(version, now, world));
        }
    }

    /** Everything in this package that waits for its time waits on one agenda. */
    @Override
    public void timePassed(SandboxState world) {
        agenda.run(world.clock().instant());
    }
}
