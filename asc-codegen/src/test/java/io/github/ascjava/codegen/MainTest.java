package io.github.ascjava.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {

    @Test
    void filesAreWrittenAndThoseOfAnEarlierRunRemoved(@TempDir Path folder) throws IOException {
        Path document = folder.resolve("document.json");
        Files.writeString(document, Documents.small().toString());
        Path root = folder.resolve("java");
        Path old = root.resolve("io/github/ascjava/client/model/gone/Gone.java");
        Files.createDirectories(old.getParent());
        Files.writeString(old, "class Gone {}");
        Files.writeString(root.resolve(Generator.OPERATIONS), "GET /v1/gone -> GoneApi.list\n");

        Path catalog = folder.resolve("catalog");

        Main.main(new String[] {document.toString(), root.toString(), catalog.toString()});

        assertThat(old.getParent()).doesNotExist();
        for (var source :
                Generator.sources(Planner.plan(new Document(Documents.small()))).entrySet()) {
            assertThat(root.resolve(source.getKey())).hasContent(source.getValue());
        }
        for (var file : CatalogWriter.write(Planner.plan(new Document(Documents.small())))
                .entrySet()) {
            assertThat(catalog.resolve(file.getKey())).hasContent(file.getValue());
        }
    }
}
