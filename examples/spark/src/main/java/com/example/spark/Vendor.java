package com.example.spark;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A vendor, and where its key is.
 *
 * @param name the name in the result, such as {@code games}
 * @param number the vendor number, digits
 * @param keyFile the path of a JSON key file, which every worker can read. The key itself never leaves a worker
 * @param baseUrl the URL of a sandbox; null for Apple
 */
record Vendor(
        String name,
        String number,
        String keyFile,
        @Nullable String baseUrl) implements Serializable {

    /**
     * Reads a file with a vendor per line: name, number, key file and, for a sandbox, URL, separated by tabs.
     *
     * @throws IllegalArgumentException if a line has another form
     */
    static List<Vendor> read(Path file) throws IOException {
        List<Vendor> vendors = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] cells = line.split("\t", -1);
                if (cells.length < 3 || cells.length > 4) {
                    throw new IllegalArgumentException("The line '" + line + "' of " + file + " has " + cells.length
                            + " cells. Expected name, vendor number and key file, separated by tabs.");
                }
                vendors.add(new Vendor(cells[0], cells[1], cells[2], cells.length == 4 ? cells[3] : null));
            }
        }
        return vendors;
    }
}
