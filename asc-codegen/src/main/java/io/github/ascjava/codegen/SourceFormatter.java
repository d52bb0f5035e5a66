package io.github.ascjava.codegen;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Formats files in the project's style.
 *
 * <p>Many files pass through the formatter as one source, separated by comments, because the formatter sets up a
 * compiler for each source, which takes longer than formatting a file.
 */
final class SourceFormatter {

    private static final int FILES_AT_ONCE = 10;
    private static final String MARK = "// The next file begins here.\n";
    private static final Pattern MARKS = Pattern.compile("\n*" + Pattern.quote(MARK));

    private SourceFormatter() {}

    /** Returns contents by path below the source root; each begins with the header. */
    static Map<String, String> format(List<JavaFile> files, String header) {
        List<List<JavaFile>> batches = new ArrayList<>();
        for (int i = 0; i < files.size(); i += FILES_AT_ONCE) {
            batches.add(files.subList(i, Math.min(files.size(), i + FILES_AT_ONCE)));
        }
        Map<String, String> sources = new TreeMap<>();
        batches.parallelStream()
                .map(SourceFormatter::bodies)
                .forEachOrdered(
                        bodies -> bodies.forEach((file, body) -> sources.put(file.path(), file.head(header) + body)));
        return sources;
    }

    private static Map<JavaFile, String> bodies(List<JavaFile> files) {
        StringBuilder source = new StringBuilder();
        files.forEach(file -> source.append(MARK).append(file.body()));
        String formatted;
        try {
            formatted = Formatter.createFormatter(JavaFormatterOptions.builder()
                            .style(JavaFormatterOptions.Style.PALANTIR)
                            .build())
                    .formatSource(source.toString());
        } catch (FormatterException e) {
            if (files.size() > 1) {
                // One file at a time, to find the invalid one.
                files.forEach(file -> bodies(List.of(file)));
            }
            throw new IllegalStateException(
                    "The generator wrote no Java code in " + files.get(0).path() + ":\n" + source, e);
        }
        String[] parts = MARKS.split(formatted, -1);
        Map<JavaFile, String> bodies = new LinkedHashMap<>();
        for (int i = 0; i < files.size(); i++) {
            bodies.put(files.get(i), parts[i + 1].stripTrailing() + "\n");
        }
        return bodies;
    }
}
