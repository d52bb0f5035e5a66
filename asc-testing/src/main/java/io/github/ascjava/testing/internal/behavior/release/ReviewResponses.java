package io.github.ascjava.testing.internal.behavior.release;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ascjava.testing.internal.behavior.common.Bodies;
import io.github.ascjava.testing.internal.behavior.common.Dates;
import io.github.ascjava.testing.internal.behavior.common.ResourceRules;
import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.engine.StoredResource;
import java.time.Duration;
import java.time.Instant;

/** A customer's review has one response; a new one replaces it, and is published an hour later. */
final class ReviewResponses extends ResourceRules {

    private static final String TYPE = "customerReviewResponses";
    private static final Duration UNTIL_PUBLISHED = Duration.ofHours(1);

    ReviewResponses() {
        super(TYPE);
    }

    @Override
    protected void checkNew(JsonNode body, SandboxState world) {
        StoredResource review = Bodies.required(body, "review", "customerReviews", world);
        review.related("response").forEach(world.store()::remove);
    }

    @Override
    protected void afterCreation(StoredResource created, SandboxState world) {
        created.attributes()
                .put("lastModifiedDate", Dates.zulu(world.clock().instant()))
                .put("state", "PENDING_PUBLISH");
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
