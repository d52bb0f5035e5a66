package io.github.ascjava.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Links between documents, and into the project, lead somewhere. */
class LinksTest {

    @Test
    void relativeLinksLeadToFilesAndHeadingsThatExist() {
        List<Markdown.Link> relative = Markdown.all().stream()
                .flatMap(document -> document.links().stream())
                .filter(link -> !link.target().matches("(https?|mailto):.*"))
                .toList();

        assertThat(relative).hasSizeGreaterThan(50);
        assertThat(relative).filteredOn(link -> !exists(link)).isEmpty();
    }

    private static boolean exists(Markdown.Link link) {
        String[] parts = link.target().split("#", 2);
        Path file = parts[0].isEmpty()
                ? link.file()
                : link.file().resolveSibling(parts[0]).normalize();
        if (parts.length == 1 || !Files.exists(file)) {
            return Files.exists(file);
        }
        return Markdown.read(file).anchors().contains(parts[1]);
    }
}
