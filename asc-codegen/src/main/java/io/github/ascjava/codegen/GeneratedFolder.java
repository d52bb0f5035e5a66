package io.github.ascjava.codegen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A folder that contains only generated files; files that the generator did not write are never deleted. */
final class GeneratedFolder {

    private final Path root;
    private final String sign;

    /** Creates a folder that is recognized by one file, which every run of the generator writes. */
    GeneratedFolder(Path root, String sign) {
        this.root = root;
        this.sign = sign;
    }

    /** Describes what is wrong with the folder in a sentence; empty if nothing is. */
    String problem() throws IOException {
        if (Files.exists(root) && !Files.exists(root.resolve(sign))) {
            try (Stream<Path> files = Files.list(root)) {
                if (files.findAny().isPresent()) {
                    return root + " contains files but no " + sign
                            + ", so it is not a root of generated files. Nothing was written.";
                }
            }
        }
        return "";
    }

    /** Returns the contents of the named files that exist. */
    Map<String, String> read(Collection<String> names) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        for (String name : names) {
            Path file = root.resolve(name);
            if (Files.exists(file)) {
                contents.put(name, Files.readString(file));
            }
        }
        return contents;
    }

    /** Makes the folder contain exactly these files; unchanged ones are not written. */
    void write(Map<String, String> contents) throws IOException {
        for (Map.Entry<String, String> each : contents.entrySet()) {
            Path file = root.resolve(each.getKey());
            if (!Files.exists(file) || !Files.readString(file).equals(each.getValue())) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, each.getValue());
            }
        }
        for (Path each : existing()) {
            String path = root.relativize(each).toString().replace('\\', '/');
            if (Files.isDirectory(each) ? isEmpty(each) : !contents.containsKey(path)) {
                Files.delete(each);
            }
        }
    }

    /** The contents of a folder come before the folder. */
    private List<Path> existing() throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.sorted(Comparator.reverseOrder()).toList();
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }
}
