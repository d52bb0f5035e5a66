package io.github.ascjava.testing.internal.behavior.provisioning;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ascjava.testing.internal.behavior.common.Account;
import io.github.ascjava.testing.internal.behavior.common.Bodies;
import io.github.ascjava.testing.internal.behavior.common.Refusals;
import io.github.ascjava.testing.internal.catalog.Action;
import io.github.ascjava.testing.internal.catalog.OperationShape;
import io.github.ascjava.testing.internal.engine.Deviation;
import io.github.ascjava.testing.internal.engine.ResourceHook;
import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.engine.StoredResource;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** App IDs are taken once, can sell from the beginning, and stay once a build was uploaded for them (facts 11.4). */
final class BundleIds implements ResourceHook {

    static final String TYPE = "bundleIds";

    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*(\\.\\*)?");

    private final Account account;

    BundleIds(Account account) {
        this.account = account;
    }

    @Override
    public void check(OperationShape operation, JsonNode body, @Nullable StoredResource target, SandboxState world) {
        if (!operation.type().equals(TYPE)) {
            return;
        }
        if (operation.action() == Action.CREATE_INSTANCE) {
            requireFree(Bodies.text(body, "identifier"), world);
        } else if (operation.action() == Action.DELETE_INSTANCE && target != null && hasBuilds(target, world)) {
            throw Refusals.entity(
                    "The App ID '" + target.attributes().path("identifier").asText()
                            + "' appears to be in use by the App Store, so it can not be removed at this time.");
        }
    }

    @Override
    public void created(StoredResource created, SandboxState world) {
        if (!created.type().equals(TYPE)) {
            return;
        }
        if (!created.attributes().hasNonNull("seedId")) {
            created.attributes().put("seedId", account.teamId());
        }
        if (world.has(Deviation.V2)
                && created.attributes().path("platform").asText().equals(Platforms.IOS)) {
            created.attributes().put("platform", Platforms.UNIVERSAL);
        }
        Capabilities.add(created, "IN_APP_PURCHASE", world);
    }

    private static void requireFree(String identifier, SandboxState world) {
        if (!IDENTIFIER.matcher(identifier).matches()) {
            throw Refusals.attribute("identifier", "'" + identifier + "' is not a valid Identifier.");
        }
        for (StoredResource bundleId : world.store().all(TYPE)) {
            if (bundleId.attributes().path("identifier").asText().equalsIgnoreCase(identifier)) {
                throw Refusals.attribute("An App ID with Identifier '" + identifier
                        + "' is not available. Please enter a different string.");
            }
        }
    }

    private static boolean hasBuilds(StoredResource bundleId, SandboxState world) {
        String identifier = bundleId.attributes().path("identifier").asText();
        return world.store().all("apps").stream()
                .filter(app -> app.attributes().path("bundleId").asText().equals(identifier))
                .anyMatch(app -> !world.store().related(app, "builds").isEmpty());
    }
}
