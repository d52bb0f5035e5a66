package io.github.ascjava.codegen;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Writes the generated files: {@code Main <document.json> <source root> <root of the catalog>}. */
public final class Main {

    private static final int FAILED = 2;

    private Main() {}

    /** Replaces everything below the source root, and the catalog, by the generated files. */
    public static void main(String[] arguments) throws IOException {
        String problem = run(List.of(arguments));
        if (!problem.isEmpty()) {
            System.err.println(problem);
            System.exit(FAILED);
        }
    }

    /** Returns why nothing was written, in lines of which the last one names the next step; empty after success. */
    static String run(List<String> arguments) throws IOException {
        // Maven passes an unset property as its unresolved expression.
        if (arguments.size() != 3
                || arguments.get(0).isBlank()
                || arguments.get(0).startsWith("${")) {
            return "Usage: scripts/generate <path of Apple's OpenAPI document>";
        }
        try {
            DocumentFile file = DocumentFile.read(Path.of(arguments.get(0)));
            System.out.println(file.description());
            Additions additions = Additions.read();
            additions.applyTo(file.root());
            Corrections corrections = Corrections.read();
            corrections.applyTo(file.root());
            Stream.of(additions.dropped(), additions.differences(), corrections.outdated())
                    .flatMap(List::stream)
                    .forEach(System.out::println);
            Model model = Planner.plan(new Document(file.root()));
            Descriptions.read().requireKnown(model);
            Secrets.read().outdated(model).forEach(System.out::println);
            return write(model, Path.of(arguments.get(1)), Path.of(arguments.get(2)));
        } catch (InvalidDocumentFileException e) {
            return String.valueOf(e.getMessage());
        } catch (UnknownShapeException e) {
            return String.join("\n", e.stops()) + "\nNothing was written, because the document contains elements"
                    + " that the generator does not support. Assign new names to a package in domains.txt, extend the"
                    + " generator, or correct the document in corrections.overlay.json.";
        }
    }

    static String write(Model model, Path sourceRoot, Path catalogRoot) throws IOException {
        Map<String, String> sources = Generator.sources(model);
        Map<String, String> catalog = CatalogWriter.write(model);
        GeneratedFolder sourceFolder = new GeneratedFolder(sourceRoot, Generator.OPERATIONS);
        GeneratedFolder catalogFolder = new GeneratedFolder(catalogRoot, CatalogWriter.INDEX);
        String problem = sourceFolder.problem() + catalogFolder.problem();
        if (!problem.isEmpty()) {
            return problem;
        }
        List<String> changes = ChangeReport.of(sourceFolder.read(Listings.ALL), sources);
        sourceFolder.write(sources);
        catalogFolder.write(catalog);
        List<String> empty = model.empty();
        if (!empty.isEmpty()) {
            System.out.println(
                    "The document has neither attributes nor relationships for " + String.join(", ", empty) + ".");
        }
        long lines = sources.entrySet().stream()
                .filter(source -> source.getKey().endsWith(".java"))
                .map(Map.Entry::getValue)
                .mapToLong(text -> text.lines().count())
                .sum();
        Document document = model.document();
        System.out.println(document.operations().size() + " operations of App Store Connect API " + document.version()
                + " in " + sources.size() + " files, " + lines + " lines; the catalog in " + catalog.size()
                + " files.");
        changes.forEach(System.out::println);
        return "";
    }
}
