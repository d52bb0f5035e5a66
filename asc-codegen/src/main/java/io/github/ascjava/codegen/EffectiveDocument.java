package io.github.ascjava.codegen;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * Apple's OpenAPI document as the generator sees it, with this project's additions and corrections applied, for tests
 * that compare with it.
 *
 * <p>The project does not contain the document. Tests use the one that the system property {@code document} names, like
 * the generator, or else the one with the highest {@code info.version} in {@code ../shared/spec} beside the project.
 *
 * @param file the file of the document
 * @param root the document's JSON, read for this object alone
 */
public record EffectiveDocument(Path file, JsonNode root) {

    /**
     * Reads the document.
     *
     * @param absent creates the exception that is thrown if there is no document, from a sentence that says what was
     *     looked for and where; {@code TestAbortedException::new} skips the calling test
     * @throws IllegalArgumentException if the file that the system property names does not exist
     * @throws InvalidDocumentFileException if the file is not one of Apple's documents
     */
    public static <X extends RuntimeException> EffectiveDocument orElseThrow(Function<String, X> absent) {
        return orElseThrow(DocumentSearch.ofBuild(), absent);
    }

    static <X extends RuntimeException> EffectiveDocument orElseThrow(
            DocumentSearch search, Function<String, X> absent) {
        Path file = search.find().orElseThrow(() -> absent.apply(search.absence()));
        JsonNode root = DocumentFile.read(file).root();
        Additions.read().applyTo(root);
        Corrections.read().applyTo(root);
        return new EffectiveDocument(file, root);
    }

    /** The API version that the document states, or the version of the newest addition that was missing from it. */
    public String version() {
        return root.path("info").path("version").asText();
    }
}
