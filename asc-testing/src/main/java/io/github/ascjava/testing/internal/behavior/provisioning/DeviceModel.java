package io.github.ascjava.testing.internal.behavior.provisioning;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The model of a newly registered device.
 *
 * <p>Apple looks the UDID up. The sandbox has no such register and derives the model from the device's name.
 *
 * @param deviceClass a value of {@code DeviceClass}
 * @param model Apple's name of the model; null for some devices, as in the live service
 */
record DeviceModel(String deviceClass, @Nullable String model) {

    static DeviceModel of(String name, String platform, Udid udid) {
        String words = name.toLowerCase(Locale.ROOT);
        if (platform.equals(Platforms.MAC_OS)) {
            return new DeviceModel("MAC", udid.isUuid() ? null : "MacBook Pro (14-inch, Nov 2023)");
        }
        if (words.contains("vision")) {
            return new DeviceModel("APPLE_VISION_PRO", "Apple Vision Pro");
        }
        if (words.contains("watch")) {
            return new DeviceModel("APPLE_WATCH", udid.isOld() ? "Apple Watch Series 3" : "Apple Watch Series 10");
        }
        if (words.contains("apple tv") || words.contains("appletv")) {
            return new DeviceModel("APPLE_TV", udid.isOld() ? "Apple TV HD" : "Apple TV 4K (3rd generation)");
        }
        if (words.contains("ipad")) {
            return new DeviceModel("IPAD", udid.isOld() ? "iPad (6th generation)" : "iPad Air 11-inch (M3)");
        }
        if (words.contains("ipod")) {
            return new DeviceModel("IPOD", "iPod touch (7th generation)");
        }
        return new DeviceModel("IPHONE", udid.isOld() ? "iPhone X" : "iPhone 17 Pro");
    }
}
