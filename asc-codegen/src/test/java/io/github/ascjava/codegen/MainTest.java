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
}
