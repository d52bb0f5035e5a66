package io.github.ascjava.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {

    @Test
    void filesAreWrittenAndThoseOfAnEarlierRunRemoved(@TempDir Path folder) throws IOException {
        Path root = folder.resolve("java");
        Path old = root.resolve("io/github/ascjava/client/model/gone/Gone.java");
        Files.createDirectories(old.getParent());
        Files.writeString(old, "class Gone {}");
        Files.writeString(root.resolve(Generator.OPERATIONS), "GET /v1/gone -> GoneApi.list\n");

        Path catalog = folder.resolve("catalog");

        Main.write(Documents.plan(Documents.small()), root, catalog);

        assertThat(old.getParent()).doesNotExist();
        for (var source : Generator.sources(Documents.plan(Documents.small())).entrySet()) {
            assertThat(root.resolve(source.getKey())).hasContent(source.getValue());
        }
        for (var file : CatalogWriter.write(Documents.plan(Documents.small())).entrySet()) {
            assertThat(catalog.resolve(file.getKey())).hasContent(file.getValue());
        }
    }

    @Test
    void filesThatAreAsTheyShouldBeAreNotTouched(@TempDir Path folder) throws IOException {
        Main.write(Documents.plan(Documents.small()), folder.resolve("java"), folder.resolve("catalog"));
        Path file = folder.resolve("java").resolve(Generator.OPERATIONS);
        FileTime written = FileTime.fromMillis(0);
        Files.setLastModifiedTime(file, written);

        Main.write(Documents.plan(Documents.small()), folder.resolve("java"), folder.resolve("catalog"));

        assertThat(Files.getLastModifiedTime(file)).isEqualTo(written);
    }

    @Test
    void aFolderOfOtherFilesIsLeftAlone(@TempDir Path folder) throws IOException {
        Path other = Files.writeString(folder.resolve("thesis.txt"), "mine");

        String problem = Main.write(Documents.plan(Documents.small()), folder, folder.resolve("catalog"));

        assertThat(problem)
                .isEqualTo(folder + " contains files but no operations.txt, so it is not a root of generated files."
                        + " Nothing was written.");
        assertThat(other).hasContent("mine");
        assertThat(folder.resolve("catalog")).doesNotExist();
    }

    @Test
    void allThatIsNewComesInOneRunAndWhatToDoComesLast(@TempDir Path folder) throws IOException {
        ObjectNode root = Documents.small();
        Documents.object(root, "/info").put("title", "App Store Connect API").put("version", "4.4.1");
        Documents.object(root, "/components/schemas/AppRoom/properties/attributes/properties")
                .set("title", Documents.json("{'type': 'tuple'}"));
        Path document = Files.writeString(folder.resolve("document.json"), root.toString());
        Path java = folder.resolve("java");

        String problem = Main.run(List.of(document.toString(), java.toString(), java.toString()));

        assertThat(problem.lines())
                .contains("AppRoom.title: the type tuple is unsupported.")
                .anyMatch(line -> line.startsWith("AnalyticsSheet, AppMood, AppRoom, "))
                .last()
                .asString()
                .startsWith(
                        "Nothing was written, because the document contains elements that the generator does not support. ");
        assertThat(java).doesNotExist();
    }

    @Test
    void anInvalidFileIsNamedInTheMessage(@TempDir Path folder) throws IOException {
        Path document = Files.writeString(folder.resolve("document.json"), "<html>");
        Path java = folder.resolve("java");

        assertThat(Main.run(List.of(document.toString(), java.toString(), java.toString())))
                .startsWith(document + " is not JSON")
                .doesNotContain("\n");
        assertThat(java).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "${document}"})
    void withoutADocumentItSaysHowItIsUsed(String document) throws IOException {
        assertThat(Main.run(List.of(document, "java", "catalog"))).startsWith("Usage: ");
        assertThat(Main.run(List.of())).startsWith("Usage: ");
    }
}
