package io.github.ascjava.testing.internal.behavior.prices;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ascjava.testing.internal.behavior.common.Bodies;
import io.github.ascjava.testing.internal.behavior.common.Scheduler;
import io.github.ascjava.testing.internal.catalog.Action;
import io.github.ascjava.testing.internal.catalog.OperationShape;
import io.github.ascjava.testing.internal.engine.ResourceHook;
import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.engine.StoredResource;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Purchases and subscriptions enter review an hour after they were submitted, and are approved an hour later. */
final class PurchaseReviews implements ResourceHook {

    private static final Duration UNTIL_REVIEW = Duration.ofHours(1);
    private static final Duration UNTIL_ANSWER = Duration.ofHours(2);

    /** The relationship to the submitted resource, by type of submission. */
    private static final Map<String, String> OF =
            Map.of("inAppPurchaseSubmissions", "inAppPurchaseV2", "subscriptionSubmissions", "subscription");

    private final Scheduler agenda = new Scheduler();

    @Override
    public void check(OperationShape operation, JsonNode body, @Nullable StoredResource target, SandboxState world) {
        String relationship = OF.get(operation.type());
        if (relationship != null && operation.action() == Action.CREATE_INSTANCE) {
            String type = relationship.equals("subscription") ? Purchases.SUBSCRIPTION : Purchases.PURCHASE;
            Purchases.requireReady(Bodies.required(body, relationship, type, world));
        }
    }

    @Override
    public void created(StoredResource created, SandboxState world) {
        String relationship = OF.get(created.type());
        if (relationship == null) {
            return;
        }
        Instant now = world.clock().instant();
        for (StoredResource purchase : world.store().related(created, relationship)) {
            set(purchase, "WAITING_FOR_REVIEW");
            agenda.at(now.plus(UNTIL_REVIEW), time -> set(purchase, "IN_REVIEW"));
            agenda.at(now.plus(UNTIL_ANSWER), time -> set(purchase, "APPROVED"));
        }
    }

    @Override
    public void timePassed(SandboxState world) {
        agenda.run(world.clock().instant());
    }

    private static void set(StoredResource purchase, String state) {
        purchase.attributes().put("state", state);
    }
}
