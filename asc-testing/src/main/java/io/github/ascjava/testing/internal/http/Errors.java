package io.github.ascjava.testing.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The errors of the service, by the names that {@code errors.txt} gives them, with their texts. */
public final class Errors {

    private static final Pattern WORD = Pattern.compile("\\{(\\w+)}");
    private static final Map<String, Row> ROWS = read();

    private Errors() {}

    /**
     * Creates an error.
     *
     * @param values fill in the words in braces, in the order in which they first appear; further ones are ignored
     * @throws IllegalArgumentException if there is no error of that name, or if a value is missing
     */
    public static ErrorObject error(String name, @Nullable Object... values) {
        Row row = row(name);
        String source = row.filled(row.source, values);
        ErrorObject error = ErrorObject.of(row.code, row.title, row.filled(row.detail, values));
        return switch (row.source.charAt(0)) {
            case '-' -> error;
            case '/' -> error.at(source);
            default -> row.source.equals("{pointer}") ? error.at(source) : error.about(source);
        };
    }

    /** Creates the response with a single {@linkplain #error error}. */
    public static ApiErrorException refusal(String name, @Nullable Object... values) {
        return new ApiErrorException(row(name).status, error(name, values));
    }

    private static Row row(String name) {
        Row row = ROWS.get(name);
        if (row == null) {
            throw new IllegalArgumentException("errors.txt has no error '" + name + "'.");
        }
        return row;
    }

    private static Map<String, Row> read() {
        Map<String, Row> rows = new HashMap<>();
        try (InputStream file = Objects.requireNonNull(Errors.class.getResourceAsStream("errors.txt"))) {
            String[] kind = {};
            for (String line : new String(file.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
                String[] cells = line.split(" \\| ", -1);
                if (line.startsWith("= ")) {
                    kind = cells;
                } else if (!line.isEmpty() && !line.startsWith("#")) {
                    int status = Integer.parseInt(kind[0].substring(2));
                    rows.put(cells[0], new Row(cells[0], status, kind[1], kind[2], cells[1], cells[2], words(line)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    private static List<String> words(String line) {
        return WORD.matcher(line)
                .results()
                .map(word -> word.group(1))
                .distinct()
                .toList();
    }

    private record Row(
            String name, int status, String code, String title, String source, String detail, List<String> words) {

        String filled(String template, @Nullable Object... values) {
            if (values.length < words.size()) {
                throw new IllegalArgumentException("The error '" + name + "' needs values for " + words + ".");
            }
            return WORD.matcher(template)
                    .replaceAll(word -> Matcher.quoteReplacement(String.valueOf(values[words.indexOf(word.group(1))])));
        }
    }
}
