package io.github.ascjava.testing.internal.behavior.provisioning;

import io.github.ascjava.testing.internal.behavior.common.ResourceRules;
import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.engine.StoredResource;

/**
 * Enabling, changing or disabling a capability invalidates the profiles of its App ID.
 *
 * <p>The ID of a capability contains its App ID; enabling it again changes nothing.
 */
public final class Capabilities extends ResourceRules {

    static final String TYPE = "bundleIdCapabilities";

    Capabilities() {
        super(TYPE);
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
    public static StoredResource add(StoredResource bundleId, String capabilityType, SandboxState world) {
        String id = bundleId.id() + "_" + capabilityType;
        return world.store().find(TYPE, id).orElseGet(() -> {
            StoredResource capability = world.store()
                    .add(TYPE, id)
                    .with("capabilityType", capabilityType)
                    .with("settings", null);
            world.store().link(bundleId, "bundleIdCapabilities", capability);
            return capability;
        });
    }

    private static void changed(StoredResource capability, SandboxState world) {
        if (capability.type().equals(TYPE)) {
            String bundleId = capability.id().substring(0, capability.id().indexOf('_'));
            world.store()
                    .find(BundleIds.TYPE, bundleId)
                    .ifPresent(owner -> Profiles.invalidate("bundleId", owner, world));
        }
    }
}
