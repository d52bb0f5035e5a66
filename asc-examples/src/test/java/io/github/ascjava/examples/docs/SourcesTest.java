package io.github.ascjava.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A Java block with the note {@code from: FILE} is a part of that file, which the build compiles and runs. */
class SourcesTest {

    private static final String FROM = "from: ";

    @TestFactory
    Stream<DynamicTest> blocksAreWhatTheirSourcesSay() {
        return Markdown.all().stream()
                .flatMap(document -> document.blocks("java").stream())
                .filter(block -> block.note().startsWith(FROM))
                .map(block -> DynamicTest.dynamicTest(block.toString(), () -> check(block)));
    }

    private static void check(Markdown.Block block) throws IOException {
        Path source = Markdown.ROOT.resolve(block.note().substring(FROM.length()));
        assertThat(stripped(Files.readString(source)))
                .as(source.getFileName() + " contains the block")
                .contains(stripped(block.text()));
    }

    /** Indentation is the only difference. */
    private static String stripped(String text) {
        return text.lines().map(String::strip).reduce("", (all, line) -> all + "\n" + line) + "\n";
    }
}
