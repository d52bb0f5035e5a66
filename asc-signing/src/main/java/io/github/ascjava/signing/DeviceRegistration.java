package io.github.ascjava.signing;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.error.ConflictException;
import io.github.ascjava.client.model.provisioning.Device;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What became of a device of a list.
 *
 * @param entry the device
 * @param outcome what became of it
 * @param detail the name under which it is known, or why Apple rejected it; null otherwise
 * @since 0.1.0
 */
public record DeviceRegistration(
        DeviceEntry entry, Outcome outcome, @Nullable String detail) {

    /** What became of a device. */
    public enum Outcome {
        /** It is registered now. */
        REGISTERED,
        /** It was registered before. */
        KNOWN,
        /** It is in the list before, perhaps written otherwise. */
        REPEATED,
        /** Apple rejected it. */
        REJECTED
    }

    /** One bad identifier does not keep the others from being registered. */
    static List<DeviceRegistration> all(
            AppStoreConnect asc, List<DeviceEntry> entries, Consumer<DeviceRegistration> listener) {
        Map<String, Device> registered = new HashMap<>();
        asc.devices().list(q -> q.limit(200)).forEach(device -> {
            if (device.udid() != null) {
                registered.put(DeviceEntry.normalized(device.udid()), device);
            }
        });
        Set<String> seen = new HashSet<>();
        List<DeviceRegistration> results = new ArrayList<>();
        for (DeviceEntry entry : entries) {
            String udid = DeviceEntry.normalized(entry.udid());
            Device known = registered.get(udid);
            DeviceRegistration result = known != null
                    ? new DeviceRegistration(entry, Outcome.KNOWN, known.name())
                    : seen.add(udid) ? register(asc, entry) : new DeviceRegistration(entry, Outcome.REPEATED, null);
            results.add(result);
            listener.accept(result);
        }
        return results;
    }

    private static DeviceRegistration register(AppStoreConnect asc, DeviceEntry entry) {
        try {
            asc.devices()
                    .create(b -> b.name(entry.name()).platform(entry.platform()).udid(entry.udid()))
                    .orExisting()
                    .execute();
            return new DeviceRegistration(entry, Outcome.REGISTERED, null);
        } catch (ConflictException e) {
            return new DeviceRegistration(
                    entry,
                    Outcome.REJECTED,
                    e.errors().isEmpty()
                            ? "refused with status " + e.status()
                            : String.valueOf(e.errors().get(0).detail()));
        }
    }
}
