package io.github.ascjava.examples.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A document of the project. */
record Markdown(Path file, List<String> lines) {

    /** The project's folder, seen from that of this module. */
    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final String FENCE = "```";
    private static final Pattern HEADING = Pattern.compile("#{1,6} +(.*)");
    private static final Pattern LINK = Pattern.compile("(?<!!)\\[[^\\]]*\\]\\(([^)\\s]+)\\)");
    private static final Pattern NAMED = Pattern.compile("<a (?:id|name)=\"([^\"]+)\"");

    /**
     * A fenced code block.
     *
     * @param line the line of its fence, from 1
     * @param note the HTML comment right before it, or an empty text
     */
    record Block(Path file, int line, String language, String note, List<String> lines) {

        String text() {
            return String.join("\n", lines);
        }

        /** Names a line of the block, from 1, as editors do. */
        String inLine(long number) {
            return ROOT.relativize(file) + ":" + (line + number);
        }

        @Override
        public String toString() {
            return inLine(0);
        }
    }

    /** A link that is written {@code [text](target)}. */
    record Link(Path file, int line, String target) {

        @Override
        public String toString() {
            return ROOT.relativize(file) + ":" + line + " links to " + target;
        }
    }

    /** Reads all documents that are written for people. */
    static List<Markdown> all() {
        List<Markdown> documents = new ArrayList<>();
        for (String folder : List.of(".", ".github", "docs", "examples", "findings")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(folder), folder.equals(".") ? 1 : Integer.MAX_VALUE)) {
                files.filter(file -> file.toString().endsWith(".md")
                                && !file.toString().contains("target"))
                        .sorted()
                        .map(file -> read(file.normalize()))
                        .forEach(documents::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return documents;
    }

    static Markdown read(Path file) {
        try {
            return new Markdown(file, Files.readAllLines(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the code blocks of a language. */
    List<Block> blocks(String language) {
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).startsWith(FENCE)) {
                continue;
            }
            int end = i + 1;
            while (!lines.get(end).equals(FENCE)) {
                end++;
            }
            if (lines.get(i).equals(FENCE + language)) {
                String before = i == 0 ? "" : lines.get(i - 1);
                String note = before.startsWith("<!--")
                        ? before.substring(4, before.indexOf("-->")).strip()
                        : "";
                blocks.add(new Block(file, i + 1, language, note, lines.subList(i + 1, end)));
            }
            i = end;
        }
        return blocks;
    }

    /** Returns what can stand behind {@code #} in a link to this document, as GitHub makes it from the headings. */
    Set<String> anchors() {
        Set<String> anchors = new HashSet<>();
        Map<String, Integer> seen = new HashMap<>();
        for (String line : prose()) {
            Matcher named = NAMED.matcher(line);
            while (named.find()) {
                anchors.add(named.group(1));
            }
            Matcher heading = HEADING.matcher(line);
            if (heading.matches()) {
                String anchor = heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("\\[([^\\]]*)\\]\\([^)]*\\)", "$1")
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-');
                int times = seen.merge(anchor, 1, Integer::sum);
                anchors.add(times == 1 ? anchor : anchor + "-" + (times - 1));
            }
        }
        return anchors;
    }

    List<Link> links() {
        List<Link> links = new ArrayList<>();
        String prose = String.join("\n", prose());
        Matcher link = LINK.matcher(prose);
        while (link.find()) {
            long lineBreaks = prose.substring(0, link.start())
                    .chars()
                    .filter(c -> c == '\n')
                    .count();
            links.add(new Link(file, (int) lineBreaks + 1, link.group(1)));
        }
        return links;
    }

    /** Returns the lines, with empty ones in place of code. */
    private List<String> prose() {
        List<String> prose = new ArrayList<>();
        boolean inCode = false;
        for (String line : lines) {
            boolean isFence = line.startsWith(FENCE);
            prose.add(inCode || isFence ? "" : line.replaceAll("`[^`]*`(?!\\])", "``"));
            inCode ^= isFence;
        }
        return prose;
    }
}
