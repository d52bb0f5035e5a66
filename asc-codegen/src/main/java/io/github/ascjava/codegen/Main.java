package io.github.ascjava.codegen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/** Writes the generated files: {@code Main <document.json> <source root> <root of the catalog>}. */
public final class Main {

    private Main() {}

    /** Replaces everything below the source root, and the catalog, by what the document gives. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 3) {
            System.err.println("Usage: <Apple's OpenAPI document> <source root of the generated code>"
                    + " <resource root of the generated catalog>");
            System.exit(2);
        }
        Corrections corrections = Corrections.read();
        Document document = Document.read(Path.of(arguments[0]), corrections);
        corrections.outdated().forEach(System.err::println);
        write(Planner.plan(document), Path.of(arguments[1]), Path.of(arguments[2]));
    }

    static void write(Model model, Path sourceRoot, Path catalogRoot) throws IOException {
        Map<String, String> sources = Generator.sources(model);
        Map<String, String> catalog = CatalogWriter.write(model);
        refuseForeign(sourceRoot, Generator.OPERATIONS);
        refuseForeign(catalogRoot, CatalogWriter.INDEX);
        replace(sourceRoot, sources);
        replace(catalogRoot, catalog);
        long lines = sources.entrySet().stream()
                .filter(source -> source.getKey().endsWith(".java"))
                .map(Map.Entry::getValue)
                .mapToLong(text -> text.lines().count())
                .sum();
        Document document = model.document();
        System.out.println(document.operations().size() + " operations of App Store Connect API " + document.version()
                + " in " + sources.size() + " files, " + lines + " lines; the catalog in " + catalog.size()
                + " files.");
    }

    /** What the generator did not write it does not delete either. */
    private static void refuseForeign(Path root, String sign) throws IOException {
        if (!Files.exists(root) || Files.exists(root.resolve(sign))) {
            return;
        }
        try (Stream<Path> files = Files.list(root)) {
            if (files.findAny().isPresent()) {
                System.err.println(root + " has files, but no " + sign
                        + ", so it is no root of generated files; nothing was written.");
                System.exit(1);
            }
        }
    }

    private static void replace(Path root, Map<String, String> contents) throws IOException {
        if (Files.exists(root)) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
        for (Map.Entry<String, String> each : contents.entrySet()) {
            Path file = root.resolve(each.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, each.getValue());
        }
    }
}
