package io.github.ascjava.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

class DocumentSearchTest {

    @TempDir
    private Path folder;

    @Test
    void theHighestVersionIsFoundUnderAnyFileName() throws IOException {
        write("z.json", "{'info': {'version': '4.9'}, 'paths': {}}");
        Path newest = write("a.json", "{'paths': {'/v1/apps': {}}, 'info': {'title': 'API', 'version': '4.10.1'}}");
        write("b.json", "{'info': {'version': '4.10'}}");

        assertThat(new DocumentSearch(null, folder).find()).contains(newest);
    }

    @Test
    void ofTwoFilesOfOneVersionTheFirstByNameIsFound() throws IOException {
        write("b.json", "{'info': {'version': '4.9'}}");
        Path first = write("a.json", "{'info': {'version': '4.9'}}");

        assertThat(new DocumentSearch("", folder).find()).contains(first);
    }

    @Test
    void whatIsNotADocumentIsPassedOver() throws IOException {
        write("list.json", "[{'version': '9.0'}]");
        write("broken.json", "{'info': {'vers");
        write("words.json", "{'info': {'version': 'newest'}}");
        write("notes.txt", "{'info': {'version': '9.0'}}");
        Path document = write("openapi.json", "{'openapi': '3.0.1', 'info': {'version': '3.3'}}");

        assertThat(new DocumentSearch(null, folder).find()).contains(document);
    }

    @Test
    void aGivenFileGoesBeforeTheFolder() throws IOException {
        write("newer.json", "{'info': {'version': '9.0'}}");
        Path given = write("given.txt", "{}");

        assertThat(new DocumentSearch(given.toString(), folder).find()).contains(given.toAbsolutePath());
    }

    @Test
    void aGivenFileThatIsMissingIsAnErrorAndNotASkippedTest() {
        Path missing = folder.resolve("missing.json").toAbsolutePath();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DocumentSearch(missing.toString(), folder).find())
                .withMessage("-Ddocument names a file that does not exist: " + missing
                        + ". Pass an absolute path, or omit the property.");
    }

    @Test
    void anEmptySearchSaysWhatWasLookedForAndWhere() {
        Path nowhere = folder.resolve("nowhere");

        assertThatExceptionOfType(TestAbortedException.class)
                .isThrownBy(() ->
                        EffectiveDocument.orElseThrow(new DocumentSearch(null, nowhere), TestAbortedException::new))
                .withMessage(
                        "No OpenAPI document was found to compare with: -Ddocument is not set, and no JSON file in "
                                + nowhere.toAbsolutePath() + " has an info.version.");
    }

    @Test
    void theDocumentIsReadWithTheCorrections() throws IOException {
        Path file = write("openapi.json", """
                {'openapi': '3.0.1', 'info': {'title': 'App Store Connect API', 'version': '99.1'}, 'paths': {}, 'components': {'schemas': {'Device': {'properties': {'attributes':
                  {'properties': {'status': {'type': 'string', 'enum': ['ENABLED', 'DISABLED']}}}}}}}}
                """);

        EffectiveDocument document =
                EffectiveDocument.orElseThrow(new DocumentSearch(null, folder), TestAbortedException::new);

        assertThat(document.file()).isEqualTo(file);
        assertThat(document.version()).isEqualTo("99.1");
        assertThat(document.root()
                        .at("/components/schemas/Device/properties/attributes/properties/status/enum")
                        .toString())
                .contains("PROCESSING");
    }

    private Path write(String name, String json) throws IOException {
        return Files.writeString(folder.resolve(name), json.replace('\'', '"'));
    }
}
