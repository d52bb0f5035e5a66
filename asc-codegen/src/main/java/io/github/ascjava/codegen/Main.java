package io.github.ascjava.codegen;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Writes the generated sources: {@code Main <document.json> <source root>}. */
public final class Main {

    private Main() {}

    /** Replaces everything below the source root by what the document gives. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            System.err.println("Usage: <Apple's OpenAPI document> <source root of the generated code>");
            System.exit(2);
        }
        Corrections corrections = Corrections.read();
        Document document = Document.read(Path.of(arguments[0]), corrections);
        corrections.outdated().forEach(System.err::println);
        Map<String, String> sources = Generator.generate(document);
        Path root = Path.of(arguments[1]);
        if (isForeign(root)) {
            System.err.println(root + " has files, but no " + Generator.OPERATIONS
                    + ", so it is no source root of generated code; nothing was written.");
            System.exit(1);
        }
        clear(root);
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path file = root.resolve(source.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, source.getValue(), StandardCharsets.UTF_8);
        }
        long lines = sources.entrySet().stream()
                .filter(source -> source.getKey().endsWith(".java"))
                .map(Map.Entry::getValue)
                .mapToLong(text -> text.lines().count())
                .sum();
        System.out.println(document.operations().size() + " operations of App Store Connect API " + document.version()
                + " in " + sources.size() + " files, " + lines + " lines.");
    }

    /** What the generator did not write it does not delete either. */
    private static boolean isForeign(Path root) throws IOException {
        if (!Files.exists(root) || Files.exists(root.resolve(Generator.OPERATIONS))) {
            return false;
        }
        try (Stream<Path> files = Files.list(root)) {
            return files.findAny().isPresent();
        }
    }

    private static void clear(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> files = Files.walk(root)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : all) {
            if (!each.equals(root)) {
                Files.delete(each);
            }
        }
    }
}
