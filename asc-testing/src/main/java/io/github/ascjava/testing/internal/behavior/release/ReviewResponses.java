package io.github.ascjava.testing.internal.behavior.release;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ascjava.testing.internal.behavior.common.Bodies;
import io.github.ascjava.testing.internal.behavior.common.Dates;
import io.github.ascjava.testing.internal.catalog.Action;
import io.github.ascjava.testing.internal.catalog.OperationShape;
import io.github.ascjava.testing.internal.engine.ResourceHook;
import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.engine.StoredResource;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A customer's review has one response; a new one takes the place of the old one, and customers see it an hour later. */
final class ReviewResponses implements ResourceHook {

    private static final String TYPE = "customerReviewResponses";
    private static final Duration UNTIL_PUBLISHED = Duration.ofHours(1);

    @Override
    public void check(OperationShape operation, JsonNode body, @Nullable StoredResource target, SandboxState world) {
        if (operation.action() == Action.CREATE_INSTANCE && operation.type().equals(TYPE)) {
            StoredResource review =
                    world.store().get("customerReviews", String.valueOf(Bodies.related(body, "review")));
            world.store().related(review, "response").forEach(world.store()::remove);
        }
    }

    @Override
    public void created(StoredResource created, SandboxState world) {
        if (created.type().equals(TYPE)) {
            created.attributes()
                    .put("lastModifiedDate", Dates.zulu(world.clock().instant()))
                    .put("state", "PENDING_PUBLISH");
        }
    }

    @Override
    public void timePassed(SandboxState world) {
        Instant before = world.clock().instant().minus(UNTIL_PUBLISHED);
        for (StoredResource response : world.store().all(TYPE)) {
            ObjectNode attributes = response.attributes();
            if (attributes.path("state").asText().equals("PENDING_PUBLISH")
                    && attributes.hasNonNull("lastModifiedDate")
                    && Dates.read(attributes.path("lastModifiedDate").asText()).isBefore(before)) {
                attributes.put("state", "PUBLISHED");
            }
        }
    }
}
