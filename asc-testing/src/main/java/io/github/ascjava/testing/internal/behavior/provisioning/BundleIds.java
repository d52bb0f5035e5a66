package io.github.ascjava.testing.internal.behavior.provisioning;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ascjava.testing.internal.behavior.common.Account;
import io.github.ascjava.testing.internal.behavior.common.Bodies;
import io.github.ascjava.testing.internal.behavior.common.ResourceRules;
import io.github.ascjava.testing.internal.engine.Deviation;
import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.engine.StoredResource;
import io.github.ascjava.testing.internal.http.Errors;

/**
 * App IDs are unique, have in-app purchase enabled from the start, and cannot be deleted once a build was uploaded for
 * them.
 */
final class BundleIds extends ResourceRules {

    static final String TYPE = "bundleIds";

    private final Account account;

    BundleIds(Account account) {
        super(TYPE);
        this.account = account;
    }

    @Override
    protected void checkNew(JsonNode body, SandboxState world) {
        String identifier = Bodies.text(body, "identifier");
        if (world.store().all(TYPE).stream()
                .anyMatch(each -> each.text("identifier").equalsIgnoreCase(identifier))) {
            throw Errors.refusal("bundleIds.taken", identifier);
        }
    }

    @Override
    protected void checkDeletion(StoredResource target, SandboxState world) {
        if (hasBuilds(target, world)) {
            throw Errors.refusal("bundleIds.in-use", target.text("identifier"));
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

    private static boolean hasBuilds(StoredResource bundleId, SandboxState world) {
        String identifier = bundleId.text("identifier");
        return world.store().all("apps").stream()
                .filter(app -> app.text("bundleId").equals(identifier))
                .anyMatch(app -> app.hasRelated("builds"));
    }
}
