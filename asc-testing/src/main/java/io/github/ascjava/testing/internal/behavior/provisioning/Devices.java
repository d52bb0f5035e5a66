package io.github.ascjava.testing.internal.behavior.provisioning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ascjava.testing.internal.behavior.common.Bodies;
import io.github.ascjava.testing.internal.behavior.common.Dates;
import io.github.ascjava.testing.internal.behavior.common.Refusals;
import io.github.ascjava.testing.internal.catalog.Action;
import io.github.ascjava.testing.internal.catalog.OperationShape;
import io.github.ascjava.testing.internal.engine.ResourceHook;
import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.engine.StoredResource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Devices are registered once, a hundred of each class, and profiles do not survive that one is disabled (facts 11.3). */
final class Devices implements ResourceHook {

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

    @Override
    public void check(OperationShape operation, JsonNode body, @Nullable StoredResource target, SandboxState world) {
        if (operation.action() != Action.CREATE_INSTANCE || !operation.type().equals(TYPE)) {
            return;
        }
        String platform = Bodies.text(body, "platform");
        Udid udid = new Udid(Bodies.text(body, "udid"));
        if (!udid.isValid(platform)) {
            throw Refusals.attribute(
                    "udid", "An invalid value '" + udid.text() + "' was provided for the parameter 'udid'.");
        }
        for (StoredResource device : world.store().all(TYPE)) {
            if (udid.isSameAs(new Udid(device.attributes().path("udid").asText()))) {
                throw Refusals.entity("A device with number '" + udid.text() + "' already exists on this team.");
            }
        }
        requirePlace(DeviceModel.of(Bodies.text(body, "name"), platform, udid).deviceClass(), world);
    }

    @Override
    public void created(StoredResource created, SandboxState world) {
        if (!created.type().equals(TYPE)) {
            return;
        }
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
    public void updated(StoredResource updated, ObjectNode before, SandboxState world) {
        if (updated.type().equals(TYPE)
                && updated.attributes().path("status").asText().equals("DISABLED")) {
            Profiles.invalidate("devices", updated, world);
        }
    }

    /** Disabling a device does not free its place before the yearly reset, so all are counted. */
    private static void requirePlace(String deviceClass, SandboxState world) {
        long registered = world.store().all(TYPE).stream()
                .filter(device ->
                        device.attributes().path("deviceClass").asText().equals(deviceClass))
                .count();
        if (registered >= MOST_OF_A_CLASS) {
            throw Refusals.forbidden("Your development team has reached the maximum number of registered "
                    + NAMES.get(deviceClass) + " devices.");
        }
    }
}
