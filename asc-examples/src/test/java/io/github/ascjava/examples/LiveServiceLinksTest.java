package io.github.ascjava.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Everything that code, data and documents cite about the live service can be looked up in {@code docs/live-service.md}. */
class LiveServiceLinksTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path DOCUMENT = ROOT.resolve("docs").resolve("live-service.md");
    /** The generator's tests describe a document that does not exist. */
    private static final Path MADE_UP = ROOT.resolve("asc-codegen/src/test");

    private static final Set<String> EXTENSIONS =
            Set.of("java", "md", "json", "txt", "xml", "sh", "yml", "yaml", "properties");

    private static final Pattern HEADING = Pattern.compile("(?m)^#{2,3} (.+)$");
    private static final Pattern LINK = Pattern.compile("live-service\\.md#([\\w-]+)");
    private static final Pattern LOCAL_LINK = Pattern.compile("\\]\\(#([^)]*)\\)");
    /** Numbers of rows in a list that is not part of the repository, as comments once cited them. */
    private static final Pattern ROW_NUMBER = Pattern.compile(
            "\\bfacts? \\(?\\d|\\b(?:deviations?|rows?) (?:\\d[a-z]|[A-Z]\\d)|\\([^()\\n]*\\b[VEHWNR]\\d{1,2}\\)(?!\\?)");

    @Test
    void everyLinkLeadsToAHeading() throws IOException {
        Set<String> headings = headings();
        List<String> broken = new ArrayList<>();
        for (Path file : files()) {
            if (file.startsWith(MADE_UP)) {
                continue;
            }
            String text = text(file);
            for (String anchor : groups(LINK, text)) {
                if (!headings.contains(anchor)) {
                    broken.add(ROOT.relativize(file) + ": #" + anchor);
                }
            }
        }
        groups(LOCAL_LINK, Files.readString(DOCUMENT)).stream()
                .filter(anchor -> !headings.contains(anchor))
                .forEach(anchor -> broken.add("the document itself: #" + anchor));

        assertThat(broken).isEmpty();
    }

    @Test
    void nothingCitesRowNumbers() throws IOException {
        List<String> cited = new ArrayList<>();
        for (Path file : files()) {
            ROW_NUMBER
                    .matcher(text(file))
                    .results()
                    .forEach(match -> cited.add(ROOT.relativize(file) + ": " + match.group()));
        }

        assertThat(cited).isEmpty();
    }

    @Test
    void headingsAreUnique() throws IOException {
        assertThat(groups(HEADING, Files.readString(DOCUMENT))).isNotEmpty().doesNotHaveDuplicates();
    }

    private static Set<String> headings() throws IOException {
        Set<String> anchors = new HashSet<>();
        for (String heading : groups(HEADING, Files.readString(DOCUMENT))) {
            anchors.add(anchor(heading));
        }
        return anchors;
    }

    /** Makes the anchor of a heading in the way of GitHub. */
    private static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 _-]", "").replace(' ', '-');
    }

    /** Reads a file as ASCII with other characters garbled, because some files hold invalid UTF-8 on purpose. */
    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.ISO_8859_1);
    }

    private static List<String> groups(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1)).toList();
    }

    /** Returns the text files of the repository, without those that are built. */
    private static List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                String name = folder.getFileName().toString();
                return name.equals("target") || name.startsWith(".")
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String name = file.getFileName().toString();
                if (attributes.isRegularFile() && EXTENSIONS.contains(name.substring(name.lastIndexOf('.') + 1))) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        assertThat(files).hasSizeGreaterThan(100);
        return files;
    }
}
