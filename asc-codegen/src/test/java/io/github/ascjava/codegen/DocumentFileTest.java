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
    private static final String NEXT_STEP = ", so nothing was read from it; download Apple's OpenAPI document from"
            + " https://developer.apple.com/app-store-connect/api/ and give its path.";

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
                "<html>Not found</html> | is no JSON, as line 1 shows",
                "{'openapi': '3.0.1', 'info': {'title' | ends in the middle of its JSON, after 37 bytes",
                "{'openapi': '3.0.1'} {} | is no JSON, as line 1 shows",
                "{'swagger': '2.0', 'paths': {}} | is JSON, but no OpenAPI document",
                "[] | is JSON, but no OpenAPI document",
            })
    void whatIsNoOpenApiDocumentIsRefused(String text, String problem) throws IOException {
        assertRefused(file(text), problem);
    }

    @Test
    void anEmptyFileIsRefused() throws IOException {
        assertRefused(file(""), "is JSON, but no OpenAPI document");
    }

    @Test
    void theDocumentOfAnotherApiIsRefused() throws IOException {
        assertRefused(
                file(DOCUMENT.formatted("Pet Store", "4.4.1")),
                "describes another API, 'Pet Store' and not 'App Store Connect API'");
    }

    @ParameterizedTest
    @CsvSource({"3.2", "2.9.1", "1.0"})
    void anOlderDocumentIsRefused(String version) throws IOException {
        assertRefused(
                file(DOCUMENT.formatted("App Store Connect API", version)),
                "is version " + version + ", older than 3.3 and with operationIds of another form");
    }

    @Test
    void aDocumentWithoutAVersionIsRefused() throws IOException {
        assertRefused(
                file(DOCUMENT.formatted("App Store Connect API", "newest")), "has a version that is none, 'newest'");
    }

    @Test
    void whatIsNotThereIsRefused() {
        assertRefused(folder.resolve("nothing.json"), "is no file");
        assertRefused(folder, "is no file");
    }

    private static void assertRefused(Path path, String problem) {
        assertThatThrownBy(() -> DocumentFile.read(path))
                .isInstanceOf(InvalidDocumentFileException.class)
                .hasMessage(path + " " + problem + NEXT_STEP);
    }

    private Path file(String text) throws IOException {
        return Files.write(
                folder.resolve("document.json"), text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }
}
