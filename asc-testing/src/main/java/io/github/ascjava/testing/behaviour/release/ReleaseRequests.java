package io.github.ascjava.testing.behaviour.release;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ascjava.testing.behaviour.common.Agenda;
import io.github.ascjava.testing.behaviour.common.Bodies;
import io.github.ascjava.testing.behaviour.common.Refusals;
import io.github.ascjava.testing.catalogue.OperationShape;
import io.github.ascjava.testing.engine.Behaviour;
import io.github.ascjava.testing.engine.StoredResource;
import io.github.ascjava.testing.engine.World;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A version that waits for its developer is released on request. */
final class ReleaseRequests implements Behaviour {

    private static final String TYPE = "appStoreVersionReleaseRequests";

    private final Shop shop;
    private final Agenda agenda;

    ReleaseRequests(Shop shop, Agenda agenda) {
        this.shop = shop;
        this.agenda = agenda;
    }

    @Override
    public void check(OperationShape operation, JsonNode body, @Nullable StoredResource target, World world) {
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
    public void created(StoredResource created, World world) {
        if (created.type().equals(TYPE)) {
            Instant now = world.clock().instant();
            world.store().related(created, "appStoreVersion").forEach(version -> shop.release(version, now, world));
        }
    }

    /** Everything in this package that waits for its time waits on one agenda. */
    @Override
    public void timePassed(World world) {
        agenda.run(world.clock().instant());
    }
}
