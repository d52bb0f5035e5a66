package io.github.ascjava.testing.internal.behavior.provisioning;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ascjava.testing.internal.engine.ResourceHook;
import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.engine.StoredResource;

/**
 * Profiles do not survive that a capability of their App ID is turned on, changed or turned off (facts 11.5).
 *
 * <p>A capability is named after its App ID; turning it on again changes nothing.
 */
public final class Capabilities implements ResourceHook {

    static final String TYPE = "bundleIdCapabilities";

    Capabilities() {}

    @Override
    public void created(StoredResource created, SandboxState world) {
        changed(created, world);
    }

    @Override
    public void updated(StoredResource updated, ObjectNode before, SandboxState world) {
        changed(updated, world);
    }

    @Override
    public void deleting(StoredResource resource, SandboxState world) {
        changed(resource, world);
    }

    /** Turns a capability on, or finds it where it is on. */
    public static StoredResource add(StoredResource bundleId, String capabilityType, SandboxState world) {
        String id = bundleId.id() + "_" + capabilityType;
        return world.store().find(TYPE, id).orElseGet(() -> {
            ObjectNode attributes = JsonNodeFactory.instance.objectNode();
            attributes.put("capabilityType", capabilityType).putNull("settings");
            StoredResource capability = world.store().add(TYPE, id, attributes);
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
