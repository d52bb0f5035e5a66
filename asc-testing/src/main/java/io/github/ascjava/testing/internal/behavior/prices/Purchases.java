package io.github.ascjava.testing.internal.behavior.prices;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ascjava.testing.internal.behavior.common.Bodies;
import io.github.ascjava.testing.internal.catalog.Action;
import io.github.ascjava.testing.internal.catalog.OperationShape;
import io.github.ascjava.testing.internal.engine.ResourceHook;
import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.engine.StoredResource;
import io.github.ascjava.testing.internal.http.Errors;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Purchases and subscriptions have a unique product ID, and can be submitted once they have texts, a price and a
 * screenshot.
 */
final class Purchases implements ResourceHook {

    static final String PURCHASE = "inAppPurchases";
    static final String SUBSCRIPTION = "subscriptions";

    private static final String SCREENSHOT = "inAppPurchaseAppStoreReviewScreenshots";

    private static final String STATE = "state";
    private static final String MISSING = "MISSING_METADATA";
    private static final String READY = "READY_TO_SUBMIT";

    /** The relationships that must not be empty, by type. */
    private static final Map<String, List<String>> REQUIRED = Map.of(
            PURCHASE, List.of("inAppPurchaseLocalizations", "iapPriceSchedule", "appStoreReviewScreenshot"),
            SUBSCRIPTION, List.of("subscriptionLocalizations", "prices", "appStoreReviewScreenshot"));

    @Override
    public void check(OperationShape operation, JsonNode body, @Nullable StoredResource target, SandboxState world) {
        if (operation.action() != Action.CREATE_INSTANCE || !REQUIRED.containsKey(operation.type())) {
            return;
        }
        String productId = Bodies.text(body, "productId");
        for (String type : REQUIRED.keySet()) {
            for (StoredResource other : world.store().all(type)) {
                if (other.text("productId").equals(productId)) {
                    throw Errors.refusal("purchases.product-id", productId);
                }
            }
        }
    }

    @Override
    public void created(StoredResource created, SandboxState world) {
        if (REQUIRED.containsKey(created.type())) {
            complete(created);
        }
        refresh(world);
    }

    @Override
    public void updated(StoredResource updated, SandboxState world) {
        refresh(world);
    }

    private static void complete(StoredResource purchase) {
        purchase.with(STATE, MISSING);
        Set<String> flags = purchase.type().equals(PURCHASE)
                ? Set.of("familySharable", "contentHosting")
                : Set.of("familySharable");
        flags.forEach(flag -> purchase.withDefault(flag, false));
        if (purchase.type().equals(SUBSCRIPTION)) {
            purchase.withDefault("groupLevel", 1);
        }
    }

    /** A screenshot fails after its commit (docs/live-service.md#review-screenshots-of-purchases-have-sizes). */
    @Override
    public void timePassed(SandboxState world) {
        if (world.store().all(SCREENSHOT).stream().anyMatch(Purchases::hasFailed)) {
            refresh(world);
        }
    }

    private static boolean hasFailed(StoredResource part) {
        return part.attributes().at("/assetDeliveryState/state").asText().equals("FAILED");
    }

    /** Every write may have added the last missing part. */
    private static void refresh(SandboxState world) {
        REQUIRED.forEach((type, relationships) -> {
            for (StoredResource purchase : world.store().all(type)) {
                String state = purchase.text(STATE);
                if (state.equals(MISSING) || state.equals(READY)) {
                    boolean complete = relationships.stream()
                            .allMatch(name -> purchase.related(name).stream().anyMatch(part -> !hasFailed(part)));
                    purchase.attributes().put(STATE, complete ? READY : MISSING);
                }
            }
        });
    }

    /** Rejects the submission of a resource that is incomplete or already submitted. */
    static void requireReady(StoredResource purchase) {
        String state = purchase.text(STATE);
        if (!state.equals(READY)) {
            throw Errors.refusal("purchases.state", purchase.text("productId"), state);
        }
    }
}
