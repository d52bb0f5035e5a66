package io.github.ascjava.testing.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of errors and the code that uses it know the same errors. */
class ErrorsTest {

    private static final Path MAIN = Path.of("src", "main");
    private static final Pattern CALL = Pattern.compile("Errors\\.(?:error|refusal)\\(\\s*\"([^\"]+)\"");
    private static final Pattern WORD = Pattern.compile("\\{(\\w+)}");

    @Test
    void everyErrorOfTheTableIsUsed() throws IOException {
        String code = String.join("\n", sources(".java").values());
        List<String> cells = sources(".txt").entrySet().stream()
                .filter(file -> !file.getKey().endsWith("errors.txt"))
                .flatMap(file -> file.getValue().lines())
                .flatMap(line -> Stream.of(line.split(" \\| ", -1)))
                .toList();

        assertThat(rows().keySet())
                .allSatisfy(name -> assertThat(code.contains('"' + name + '"') || cells.contains(name))
                        .as(name)
                        .isTrue());
    }

    @Test
    void everyErrorInTheCodeIsInTheTableAndGetsItsValues() throws IOException {
        Map<String, String> rows = rows();
        List<String> calls = new ArrayList<>();
        sources(".java").forEach((file, code) -> {
            Matcher call = CALL.matcher(code);
            while (call.find()) {
                calls.add(call.group(1));
                long words = WORD.matcher(rows.getOrDefault(call.group(1), ""))
                        .results()
                        .map(word -> word.group(1))
                        .distinct()
                        .count();
                assertThat(rows).as(file).containsKey(call.group(1));
                assertThat(values(code, call.end()))
                        .as("values for %s in %s", call.group(1), file)
                        .isEqualTo(words);
            }
        });
        assertThat(calls).hasSizeGreaterThan(100);
    }

    @Test
    void everyTextSaysWhereItComesFrom() throws IOException {
        List<String> entries = LiveService.entries();
        rows().forEach((name, line) -> {
            String from = line.substring(line.lastIndexOf(" | ") + 3);
            if (from.startsWith("#")) {
                assertThat(entries).as(name).contains(from.substring(1));
            } else {
                assertThat(from).as(name).isIn("Apple", "made up", "given");
            }
        });
    }

    @Test
    void valuesAreFilledInAsTheyAre() {
        ErrorObject error = Errors.error("reference-not-found", "/data/$1", "{id}", "\\");

        assertThat(error.detail()).isEqualTo("There is no resource of type '{id}' with id '\\'");
        assertThat(error.pointer()).isEqualTo("/data/$1");
        assertThat(Errors.error("parameter-illegal", "/x").parameter()).isEqualTo("/x");
        assertThat(Errors.error("parameter-illegal", "-").parameter()).isEqualTo("-");
        assertThat(Errors.error("local-id", "/x", "EN").detail()).contains("'EN'", "${local-id}");
    }

    @Test
    void unknownErrorsAndMissingValuesAreNamed() {
        assertThatThrownBy(() -> Errors.refusal("not-there")).hasMessage("errors.txt has no error 'not-there'.");
        assertThatThrownBy(() -> Errors.refusal("not-found", "apps"))
                .hasMessage("The error 'not-found' needs values for [type, id].");
    }

    /** The lines of the table, by the name of the error. */
    private static Map<String, String> rows() throws IOException {
        Map<String, String> rows = new TreeMap<>();
        Path table = MAIN.resolve("resources/io/github/ascjava/testing/internal/http/errors.txt");
        for (String line : Files.readAllLines(table)) {
            if (!line.isEmpty() && !line.startsWith("#") && !line.startsWith("=")) {
                assertThat(line.split(" \\| ", -1)).as(line).hasSize(4);
                assertThat(rows.put(line.substring(0, line.indexOf(' ')), line))
                        .as(line)
                        .isNull();
            }
        }
        return rows;
    }

    private static Map<String, String> sources(String ending) throws IOException {
        Map<String, String> sources = new TreeMap<>();
        try (Stream<Path> files = Files.walk(MAIN)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(ending)).toList()) {
                sources.put(file.toString(), Files.readString(file));
            }
        }
        return sources;
    }

    /** Counts the arguments of a call after the first one. */
    private static long values(String code, int from) {
        long commas = 0;
        int depth = 1;
        boolean quoted = false;
        for (int i = from; depth > 0; i++) {
            char each = code.charAt(i);
            if (each == '"' && code.charAt(i - 1) != '\\') {
                quoted = !quoted;
            } else if (!quoted) {
                depth += each == '(' ? 1 : each == ')' ? -1 : 0;
                commas += each == ',' && depth == 1 ? 1 : 0;
            }
        }
        return commas;
    }
}
