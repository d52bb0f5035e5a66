package io.github.ascjava.testing.internal.behavior.provisioning;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ascjava.testing.internal.behavior.common.Bodies;
import io.github.ascjava.testing.internal.behavior.common.ResourceRules;
import io.github.ascjava.testing.internal.engine.Deviation;
import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.engine.StoredResource;
import io.github.ascjava.testing.internal.http.Errors;
import java.util.Set;

/**
 * Enabling, changing or disabling a capability invalidates the profiles of its App ID.
 *
 * <p>The ID of a capability contains its App ID; enabling it again changes nothing.
 */
final class Capabilities extends ResourceRules {

    static final String TYPE = "bundleIdCapabilities";

    /** What marks the bundle ID of an App Clip; Apple's website sets it, the API cannot. */
    private static final Set<String> APP_CLIP = Set.of("ON_DEMAND_INSTALL_CAPABLE", "ODIC_PARENT_BUNDLEID");

    private static final String CAPABILITY_TYPE = "capabilityType";

    Capabilities() {
        super(TYPE);
    }

    /** The document has no such relationship (docs/live-service.md#app-clip-capabilities-need-a-parent). */
    @Override
    protected void checkNew(JsonNode body, SandboxState world) {
        StoredResource bundleId = Bodies.required(body, "bundleId", BundleIds.TYPE, world);
        boolean clip = world.store().related(bundleId, TYPE).stream()
                .anyMatch(capability -> APP_CLIP.contains(capability.text(CAPABILITY_TYPE)));
        if (clip && world.has(Deviation.CREATIONS_DIFFER)) {
            throw Errors.refusal("capabilities.app-clip");
        }
    }

    @Override
    protected void afterCreation(StoredResource created, SandboxState world) {
        changed(created, world);
    }

    @Override
    protected void afterUpdate(StoredResource updated, SandboxState world) {
        changed(updated, world);
    }

    @Override
    protected void onDeletion(StoredResource resource, SandboxState world) {
        changed(resource, world);
    }

    /** Enables a capability, or returns it if it is enabled. */
    static StoredResource add(StoredResource bundleId, String capabilityType, SandboxState world) {
        String id = bundleId.id() + "_" + capabilityType;
        return world.store().find(TYPE, id).orElseGet(() -> {
            StoredResource capability = world.store()
                    .add(TYPE, id)
                    .with(CAPABILITY_TYPE, capabilityType)
                    .with("settings", null);
            bundleId.link("bundleIdCapabilities", capability);
            return capability;
        });
    }

    private static void changed(StoredResource capability, SandboxState world) {
        String bundleId = capability.id().substring(0, capability.id().indexOf('_'));
        world.store().find(BundleIds.TYPE, bundleId).ifPresent(owner -> Profiles.invalidate("bundleId", owner, world));
    }
}
