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

/** A folder that holds nothing but what the generator writes; what the generator did not write it does not delete either. */
final class GeneratedFolder {

    private final Path root;
    private final String sign;

    /** Makes a folder that one file, the sign, is in whenever the generator has written it. */
    GeneratedFolder(Path root, String sign) {
        this.root = root;
        this.sign = sign;
    }

    /** Says what is wrong with the folder, in a sentence, or nothing. */
    String problem() throws IOException {
        if (Files.exists(root) && !Files.exists(root.resolve(sign))) {
            try (Stream<Path> files = Files.list(root)) {
                if (files.findAny().isPresent()) {
                    return root + " has files, but no " + sign
                            + ", so it is no root of generated files; nothing was written.";
                }
            }
        }
        return "";
    }

    /** Returns the contents of those of the named files that are there. */
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

    /** Makes the folder hold these files and no others; those that are so already are not touched. */
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

    /** What a folder holds comes before the folder. */
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
