package io.github.ascjava.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tests that the page on reliability names exist. */
class NamedTestsTest {

    private static final Pattern NAME = Pattern.compile("`([A-Z]\\w+(?:Test|IT))(?:#(\\w+))?`");

    @Test
    void everyTestOfThePageExists() throws IOException {
        List<Path> sources = sources();
        List<MatchResult> named = Markdown.read(Markdown.ROOT.resolve("docs/internals/reliability.md")).lines().stream()
                .flatMap(line -> NAME.matcher(line).results())
                .toList();

        assertThat(named).hasSizeGreaterThan(50);
        assertThat(named)
                .filteredOn(name -> sources.stream().noneMatch(source -> holds(source, name)))
                .map(MatchResult::group)
                .isEmpty();
    }

    private static boolean holds(Path source, MatchResult name) {
        try {
            return source.endsWith(name.group(1) + ".java")
                    && (name.group(2) == null || Files.readString(source).contains(" void " + name.group(2) + "("));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        try (DirectoryStream<Path> modules = Files.newDirectoryStream(Markdown.ROOT, "asc-*")) {
            for (Path module : modules) {
                Path tests = module.resolve("src/test/java");
                try (Stream<Path> files = Files.isDirectory(tests) ? Files.walk(tests) : Stream.empty()) {
                    files.filter(Files::isRegularFile).forEach(sources::add);
                }
            }
        }
        return sources;
    }
}
