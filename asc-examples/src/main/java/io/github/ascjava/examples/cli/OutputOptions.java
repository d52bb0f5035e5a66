package io.github.ascjava.examples.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** How rows are printed: for people, or for programs. */
public final class OutputOptions {

    @ArgGroup
    private final Format format = new Format();

    /** The formats, of which one can be chosen. */
    static final class Format {

        @Option(names = "--json", description = "Print JSON.")
        private boolean json;

        @Option(names = "--csv", description = "Print CSV.")
        private boolean csv;
    }

    /** Prints all rows in the chosen format. */
    public void print(Rows rows, Terminal terminal) {
        try {
            if (format.json) {
                terminal.line(
                        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(json(rows)));
            } else if (format.csv) {
                terminal.out().print(csv(rows));
            } else {
                new Table(rows).print(terminal);
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts and numbers can always be written.", e);
        }
        terminal.out().flush();
    }

    /** Returns whether people read it, so that explanations and totals are welcome. */
    public boolean isForPeople() {
        return !format.json && !format.csv;
    }

    private static ArrayNode json(Rows rows) {
        ObjectMapper mapper = new ObjectMapper();
        ArrayNode array = mapper.createArrayNode();
        for (List<@Nullable Object> cells : rows.cells()) {
            ObjectNode object = array.addObject();
            for (int i = 0; i < cells.size(); i++) {
                Object value = cells.get(i);
                boolean plain = value == null
                        || value instanceof Number
                        || value instanceof Boolean
                        || value instanceof Collection<?>;
                object.set(key(rows.headings().get(i)), mapper.valueToTree(plain ? value : value.toString()));
            }
        }
        return array;
    }

    private static String csv(Rows rows) throws JsonProcessingException {
        CsvSchema.Builder schema = CsvSchema.builder().setUseHeader(true);
        rows.headings().forEach(heading -> schema.addColumn(key(heading)));
        List<List<String>> lines = rows.cells().stream()
                .map(cells -> cells.stream()
                        .map(value -> isNothing(value) ? "" : Rows.text(value))
                        .toList())
                .toList();
        return new CsvMapper().writer(schema.build()).writeValueAsString(lines);
    }

    private static boolean isNothing(@Nullable Object value) {
        return value == null || (value instanceof Collection<?> several && several.isEmpty());
    }

    /** A heading as programs call it: {@code BUNDLE ID} becomes {@code bundleId}. */
    private static String key(String heading) {
        String joined = Arrays.stream(heading.toLowerCase(Locale.ROOT).split(" ", -1))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
        return joined.substring(0, 1).toLowerCase(Locale.ROOT) + joined.substring(1);
    }
}
