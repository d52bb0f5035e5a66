package io.github.ascjava.codegen;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Text files below a folder, in the generator's format: contents by path. */
final class FileTree {

    private FileTree() {}

    static Map<String, String> read(Path root) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            all.filter(Files::isRegularFile)
                    .forEach(file -> files.put(root.relativize(file).toString().replace('\\', '/'), contents(file)));
        }
        return files;
    }

    static void replace(Path root, Map<String, String> contents) throws IOException {
        if (Files.exists(root)) {
            List<Path> old = new ArrayList<>();
            try (Stream<Path> all = Files.walk(root)) {
                all.sorted(Comparator.reverseOrder()).forEach(old::add);
            }
            for (Path each : old) {
                Files.delete(each);
            }
        }
        for (Map.Entry<String, String> each : contents.entrySet()) {
            Path file = root.resolve(each.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, each.getValue());
        }
    }

    /** Describes the differences from the expected files. */
    static List<String> problems(Map<String, String> actual, Map<String, String> expected) {
        List<String> problems = new ArrayList<>();
        Set<String> all = new TreeSet<>(expected.keySet());
        all.addAll(actual.keySet());
        for (String path : all) {
            if (!actual.containsKey(path)) {
                problems.add("missing: " + path);
            } else if (!expected.containsKey(path)) {
                problems.add("superfluous: " + path);
            } else if (!expected.get(path).equals(actual.get(path))) {
                problems.add("different: " + path);
            }
        }
        return problems;
    }

    private static String contents(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
