package io.github.ascjava.codegen;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Prints what a document changes for users, compared with another one:
 * {@code Compare <document.json> <newer document.json>}.
 *
 * <p>Both are used as published, without additions and corrections.
 */
public final class Compare {

    private static final int FAILED = 2;

    private Compare() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            System.err.println("Usage: scripts/generate --compare <OpenAPI document> <newer document>");
            System.exit(FAILED);
        }
        try {
            List<String> changes = ChangeReport.of(listings(arguments[0]), listings(arguments[1]));
            changes.forEach(System.out::println);
        } catch (InvalidDocumentFileException | UnknownShapeException e) {
            System.err.println(e.getMessage());
            System.exit(FAILED);
        }
    }

    private static Map<String, String> listings(String path) throws IOException {
        DocumentFile file = DocumentFile.read(Path.of(path));
        System.out.println(file.description());
        return Listings.write(Planner.plan(new Document(file.root())), DeprecatedValues.read());
    }
}
