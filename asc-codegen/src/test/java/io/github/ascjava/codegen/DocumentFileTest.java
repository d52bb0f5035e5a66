package io.github.ascjava.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentFileTest {

    private static final String DOCUMENT =
            "{'openapi': '3.0.1', 'info': {'title': '%s', 'version': '%s'}, 'paths': {'/v1/apps': {}}}";
    private static final String NEXT_STEP = ". Download Apple's OpenAPI document from"
            + " https://developer.apple.com/app-store-connect/api/ and pass its path.";

    @TempDir
    private Path folder;

    @Test
    void aDocumentIsReadWithItsVersionAndDigest() throws IOException, NoSuchAlgorithmException {
        Path path = file(DOCUMENT.formatted("App Store Connect API", "4.4.1"));
        String digest =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(path)));

        DocumentFile file = DocumentFile.read(path);

        assertThat(file.version()).isEqualTo("4.4.1");
        assertThat(file.sha256()).isEqualTo(digest);
        assertThat(file.root().path("paths").has("/v1/apps")).isTrue();
        assertThat(file.description())
                .isEqualTo(path + " is App Store Connect API 4.4.1 in OpenAPI 3.0.1, 1 paths, SHA-256 " + digest + ".");
    }

    @ParameterizedTest
    @CsvSource({"3.3", "3.10", "4.0", "10.0.1"})
    void documentsSinceTheOldestKnownOneAreRead(String version) throws IOException {
        assertThat(DocumentFile.read(file(DOCUMENT.formatted("App Store Connect API", version)))
                        .version())
                .isEqualTo(version);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<html>Not found</html> | is not JSON (see line 1)",
                "{'openapi': '3.0.1', 'info': {'title' | ends in the middle of its JSON, after 37 bytes",
                "{'openapi': '3.0.1'} {} | is not JSON (see line 1)",
                "{'swagger': '2.0', 'paths': {}} | is JSON, but not an OpenAPI document",
                "[] | is JSON, but not an OpenAPI document",
            })
    void otherJsonIsRejected(String text, String problem) throws IOException {
        assertRejected(file(text), problem);
    }

    @Test
    void anEmptyFileIsRejected() throws IOException {
        assertRejected(file(""), "is JSON, but not an OpenAPI document");
    }

    @Test
    void theDocumentOfAnotherApiIsRejected() throws IOException {
        assertRejected(
                file(DOCUMENT.formatted("Pet Store", "4.4.1")),
                "describes another API ('Pet Store' instead of 'App Store Connect API')");
    }

    @ParameterizedTest
    @CsvSource({"3.2", "2.9.1", "1.0"})
    void anOlderDocumentIsRejected(String version) throws IOException {
        assertRejected(
                file(DOCUMENT.formatted("App Store Connect API", version)),
                "is version " + version + ", older than 3.3 and with a different format of operationIds");
    }

    @Test
    void aDocumentWithoutAVersionIsRejected() throws IOException {
        assertRejected(file(DOCUMENT.formatted("App Store Connect API", "newest")), "has an invalid version, 'newest'");
    }

    @Test
    void aMissingFileIsRejected() {
        assertRejected(folder.resolve("nothing.json"), "is not a file");
        assertRejected(folder, "is not a file");
    }

    private static void assertRejected(Path path, String problem) {
        assertThatThrownBy(() -> DocumentFile.read(path))
                .isInstanceOf(InvalidDocumentFileException.class)
                .hasMessage(path + " " + problem + NEXT_STEP);
    }

    private Path file(String text) throws IOException {
        return Files.write(
                folder.resolve("document.json"), text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }
}
