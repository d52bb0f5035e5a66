package io.github.ascjava.testing.internal.behavior.provisioning;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ascjava.testing.internal.behavior.common.Account;
import io.github.ascjava.testing.internal.behavior.common.Bodies;
import io.github.ascjava.testing.internal.behavior.common.Refusals;
import io.github.ascjava.testing.internal.behavior.common.ResourceRules;
import io.github.ascjava.testing.internal.engine.Deviation;
import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.engine.StoredResource;
import io.github.ascjava.testing.internal.http.ErrorKind;
import java.util.regex.Pattern;

/**
 * App IDs are unique, have in-app purchase enabled from the start, and cannot be deleted once a build was uploaded for
 * them.
 */
final class BundleIds extends ResourceRules {

    static final String TYPE = "bundleIds";

    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*(\\.\\*)?");

    private final Account account;

    BundleIds(Account account) {
        super(TYPE);
        this.account = account;
    }

    @Override
    protected void checkNew(JsonNode body, SandboxState world) {
        requireFree(Bodies.text(body, "identifier"), world);
    }

    @Override
    protected void checkDeletion(StoredResource target, SandboxState world) {
        if (hasBuilds(target, world)) {
            throw ErrorKind.ENTITY.refusal("The App ID '" + target.text("identifier")
                    + "' appears to be in use by the App Store, so it can not be removed at this time.");
        }
    }

    @Override
    protected void afterCreation(StoredResource created, SandboxState world) {
        created.withDefault("seedId", account.teamId());
        if (world.has(Deviation.IOS_BUNDLE_ID_BECOMES_UNIVERSAL)
                && created.text("platform").equals(Platforms.IOS)) {
            created.attributes().put("platform", Platforms.UNIVERSAL);
        }
        Capabilities.add(created, "IN_APP_PURCHASE", world);
    }

    private static void requireFree(String identifier, SandboxState world) {
        if (!IDENTIFIER.matcher(identifier).matches()) {
            throw Refusals.attribute("identifier", "'" + identifier + "' is not a valid Identifier.");
        }
        for (StoredResource bundleId : world.store().all(TYPE)) {
            if (bundleId.text("identifier").equalsIgnoreCase(identifier)) {
                throw ErrorKind.ATTRIBUTE_INVALID.refusal("An App ID with Identifier '" + identifier
                        + "' is not available. Please enter a different string.");
            }
        }
    }

    private static boolean hasBuilds(StoredResource bundleId, SandboxState world) {
        String identifier = bundleId.text("identifier");
        return world.store().all("apps").stream()
                .filter(app -> app.text("bundleId").equals(identifier))
                .anyMatch(app -> !world.store().related(app, "builds").isEmpty());
    }
}
