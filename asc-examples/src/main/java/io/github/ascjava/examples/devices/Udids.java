package io.github.ascjava.examples.devices;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.api.provisioning.ListDevices;
import io.github.ascjava.client.model.provisioning.Device;
import io.github.ascjava.signing.DeviceEntry;
import java.util.HashMap;
import java.util.Map;

/** Compares device identifiers, which Apple may answer in another case and with other hyphens than they were sent in. */
final class Udids {

    private Udids() {}

    static String normalized(String udid) {
        return DeviceEntry.normalized(udid);
    }

    /** Returns all registered devices by normalised UDID. */
    static Map<String, Device> registered(AppStoreConnect asc) {
        Map<String, Device> devices = new HashMap<>();
        for (Device device : asc.devices().list(new ListDevices().limit(200))) {
            if (device.udid() != null) {
                devices.put(normalized(device.udid()), device);
            }
        }
        return devices;
    }
}
