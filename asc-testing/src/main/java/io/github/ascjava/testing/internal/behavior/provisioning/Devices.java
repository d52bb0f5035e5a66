package io.github.ascjava.testing.internal.behavior.provisioning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ascjava.testing.internal.behavior.common.Bodies;
import io.github.ascjava.testing.internal.behavior.common.Dates;
import io.github.ascjava.testing.internal.behavior.common.ResourceRules;
import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.engine.StoredResource;
import io.github.ascjava.testing.internal.http.Errors;
import java.util.Map;

/** Devices are registered once, at most a hundred per class; disabling one invalidates the profiles that contain it. */
final class Devices extends ResourceRules {

    static final String TYPE = "devices";

    private static final int MOST_OF_A_CLASS = 100;
    private static final Map<String, String> NAMES = Map.of(
            "APPLE_TV", "Apple TV",
            "APPLE_VISION_PRO", "Apple Vision Pro",
            "APPLE_WATCH", "Apple Watch",
            "IPAD", "iPad",
            "IPHONE", "iPhone",
            "IPOD", "iPod",
            "MAC", "Mac");

    Devices() {
        super(TYPE);
    }

    @Override
    protected void checkNew(JsonNode body, SandboxState world) {
        String platform = Bodies.text(body, "platform");
        Udid udid = new Udid(Bodies.text(body, "udid"));
        if (!udid.isValid(platform)) {
            throw Errors.refusal("devices.udid", udid.text());
        }
        for (StoredResource device : world.store().all(TYPE)) {
            if (udid.isSameAs(new Udid(device.text("udid")))) {
                throw Errors.refusal("devices.exists", udid.text());
            }
        }
        requirePlace(DeviceModel.of(Bodies.text(body, "name"), platform, udid).deviceClass(), world);
    }

    @Override
    protected void afterCreation(StoredResource created, SandboxState world) {
        ObjectNode attributes = created.attributes();
        DeviceModel model = DeviceModel.of(
                attributes.path("name").asText(),
                attributes.path("platform").asText(),
                new Udid(attributes.path("udid").asText()));
        attributes
                .put("deviceClass", model.deviceClass())
                .put("model", model.model())
                .put("status", "ENABLED")
                .put("addedDate", Dates.provisioning(world.clock().instant(), world));
    }

    @Override
    protected void afterUpdate(StoredResource updated, SandboxState world) {
        if (updated.text("status").equals("DISABLED")) {
            Profiles.invalidate("devices", updated, world);
        }
    }

    /** All devices count, whether enabled or not (docs/live-service.md#device-places-are-limited). */
    private static void requirePlace(String deviceClass, SandboxState world) {
        long registered = world.store().all(TYPE).stream()
                .filter(device -> device.text("deviceClass").equals(deviceClass))
                .count();
        if (registered >= MOST_OF_A_CLASS) {
            throw Errors.refusal("devices.limit", NAMES.getOrDefault(deviceClass, deviceClass));
        }
    }
}
