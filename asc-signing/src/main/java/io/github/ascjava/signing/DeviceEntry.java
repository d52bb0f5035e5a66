package io.github.ascjava.signing;

import io.github.ascjava.client.model.provisioning.BundleIdPlatform;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A line of the device lists that Apple's website takes: tab-separated identifier, name and platform under a heading.
 *
 * @param udid as written, with or without hyphens
 * @param name the name to register it under
 * @param platform {@code IOS} for everything but Macs
 * @since 0.1.0
 */
public record DeviceEntry(String udid, String name, BundleIdPlatform platform) {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /**
     * Reads a list.
     *
     * @param source how to name the list in a message, such as the name of its file
     * @throws SigningException if a line is not one of a device list
     */
    public static List<DeviceEntry> read(String text, String source) {
        List<DeviceEntry> devices = new ArrayList<>();
        int number = 0;
        for (String each : text.lines().toList()) {
            number++;
            String line =
                    number == 1 && !each.isEmpty() && each.charAt(0) == BYTE_ORDER_MARK ? each.substring(1) : each;
            boolean isHeading =
                    devices.isEmpty() && line.toLowerCase(Locale.ROOT).startsWith("device id\t");
            if (!line.isBlank() && !isHeading) {
                devices.add(line(line, source + " line " + number));
            }
        }
        return devices;
    }

    /** Returns a UDID as it is compared: Apple returns it in another case and with other hyphens than it was sent in. */
    public static String normalized(String udid) {
        return udid.strip().replace("-", "").toUpperCase(Locale.ROOT);
    }

    private static DeviceEntry line(String text, String place) {
        String[] cells = text.split("\t", -1);
        if (cells.length < 2 || cells[0].isBlank() || cells[1].isBlank()) {
            throw new SigningException(
                    place + " is no line of a device list: it needs an identifier, a tab and a name.");
        }
        String platform = cells.length > 2 ? cells[2].strip().toLowerCase(Locale.ROOT) : "";
        return new DeviceEntry(
                cells[0].strip(),
                cells[1].strip(),
                switch (platform) {
                    // Phones, tablets, watches, televisions and headsets are all the same platform to Apple.
                    case "", "ios" -> BundleIdPlatform.IOS;
                    case "mac", "macos", "mac_os" -> BundleIdPlatform.MAC_OS;
                    default ->
                        throw new SigningException(
                                place + " has the platform " + platform + "; known are ios and mac.");
                });
    }
}
