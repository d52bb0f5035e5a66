package io.github.ascjava.testing.internal.behavior.reports;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ascjava.testing.internal.catalog.DataFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the files of this package: tab-separated tables, and JSON. */
final class ReportFiles {

    private ReportFiles() {}

    /** Returns the cells of each line. */
    static List<List<String>> lines(String file) {
        return DataFile.lines(ReportFiles.class, file).stream()
                .map(line -> List.of(line.split("\t", -1)))
                .toList();
    }

    /** Returns the lines after the first one, which names the columns; cells that a line lacks are empty. */
    static List<Words> rows(String file) {
        List<List<String>> lines = lines(file);
        return lines.stream().skip(1).map(cells -> row(lines.get(0), cells)).toList();
    }

    private static Words row(List<String> columns, List<String> cells) {
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            row.put(columns.get(i), i < cells.size() ? cells.get(i) : "");
        }
        return new Words(row);
    }

    /** Reads a JSON object, which the caller may change. */
    static ObjectNode json(String file) {
        try {
            return (ObjectNode) new ObjectMapper().readTree(String.join("\n", DataFile.lines(ReportFiles.class, file)));
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " is not JSON.", e);
        }
    }

    /** Texts by name. Not a record: two are equal only if they are the same, which is faster to find out. */
    static final class Words {

        private final Map<String, String> texts;

        Words(Map<String, String> texts) {
            this.texts = Map.copyOf(texts);
        }

        /** Returns a text; a wrong name is a mistake in the program. */
        String get(String name) {
            String text = texts.get(name);
            if (text == null) {
                throw new IllegalArgumentException("There is no text '" + name + "'.");
            }
            return text;
        }

        Map<String, String> all() {
            return texts;
        }
    }
}
