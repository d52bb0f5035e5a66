package io.github.ascjava.testing.internal.behavior.prices;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ascjava.testing.internal.behavior.common.Bodies;
import io.github.ascjava.testing.internal.behavior.common.Scheduler;
import io.github.ascjava.testing.internal.catalog.OperationShape;
import io.github.ascjava.testing.internal.engine.ResourceHook;
import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.engine.StoredResource;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Purchases and subscriptions enter review an hour after they were submitted, and are approved an hour later. */
final class PurchaseReviews implements ResourceHook {

    private static final Duration UNTIL_REVIEW = Duration.ofHours(1);
    private static final Duration UNTIL_ANSWER = Duration.ofHours(2);

    /** The relationship to the submitted resource, by type of submission. */
    private static final Map<String, String> OF =
            Map.of("inAppPurchaseSubmissions", "inAppPurchaseV2", "subscriptionSubmissions", "subscription");

    private final Scheduler agenda;

    PurchaseReviews(Scheduler agenda) {
        this.agenda = agenda;
    }

    @Override
    public Set<String> types() {
        return OF.keySet();
    }

    /** The document has no other operation for these types. */
    @Override
    public void check(OperationShape operation, JsonNode body, @Nullable StoredResource target, SandboxState world) {
        String relationship = OF.getOrDefault(operation.type(), "");
        String type = world.store().target(operation.type(), relationship);
        Purchases.requireReady(Bodies.required(body, relationship, type, world));
    }

    @Override
    public void created(StoredResource created, SandboxState world) {
        Instant now = world.clock().instant();
        for (StoredResource purchase : created.related(OF.getOrDefault(created.type(), ""))) {
            set(purchase, "WAITING_FOR_REVIEW");
            agenda.at(now.plus(UNTIL_REVIEW), time -> set(purchase, "IN_REVIEW"));
            agenda.at(now.plus(UNTIL_ANSWER), time -> set(purchase, "APPROVED"));
        }
    }

    private static void set(StoredResource purchase, String state) {
        purchase.attributes().put("state", state);
    }
}
