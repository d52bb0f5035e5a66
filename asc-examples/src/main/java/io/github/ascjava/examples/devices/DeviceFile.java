package io.github.ascjava.examples.devices;

import io.github.ascjava.client.model.provisioning.BundleIdPlatform;
import io.github.ascjava.examples.cli.FailedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads the device lists that Apple's website takes: tab-separated identifier, name and platform under a heading. */
final class DeviceFile {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private DeviceFile() {}

    /**
     * Reads all lines.
     *
     * @throws FailedException if a line is none of a device list; nothing is registered then
     */
    static List<Line> read(Path file) throws IOException {
        List<Line> devices = new ArrayList<>();
        int number = 0;
        for (String text :
                Files.readString(file, StandardCharsets.UTF_8).lines().toList()) {
            number++;
            String line =
                    number == 1 && !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
            boolean isHeading =
                    devices.isEmpty() && line.toLowerCase(Locale.ROOT).startsWith("device id\t");
            if (!line.isBlank() && !isHeading) {
                devices.add(line(line, file.getFileName() + " line " + number));
            }
        }
        return devices;
    }

    private static Line line(String text, String place) {
        String[] cells = text.split("\t", -1);
        if (cells.length < 2 || cells[0].isBlank() || cells[1].isBlank()) {
            throw new FailedException(
                    place + " is no line of a device list: it needs an identifier, a tab and a name.");
        }
        String platform = cells.length > 2 ? cells[2].strip().toLowerCase(Locale.ROOT) : "";
        return new Line(
                cells[0].strip(),
                cells[1].strip(),
                switch (platform) {
                    // Phones, tablets, watches, televisions and headsets are all the same platform to Apple.
                    case "", "ios" -> BundleIdPlatform.IOS;
                    case "mac", "macos", "mac_os" -> BundleIdPlatform.MAC_OS;
                    default ->
                        throw new FailedException(place + " has the platform " + platform + "; known are ios and mac.");
                });
    }

    record Line(String udid, String name, BundleIdPlatform platform) {}
}
