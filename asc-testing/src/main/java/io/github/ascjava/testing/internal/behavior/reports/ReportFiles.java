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
    static List<Row> rows(String file) {
        List<List<String>> lines = lines(file);
        return lines.stream().skip(1).map(cells -> row(lines.get(0), cells)).toList();
    }

    /** Reads a JSON object, which the caller may change. */
    static ObjectNode json(String file) {
        try {
            return (ObjectNode) new ObjectMapper().readTree(String.join("\n", DataFile.lines(ReportFiles.class, file)));
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " is not JSON.", e);
        }
    }

    private static Row row(List<String> columns, List<String> cells) {
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            row.put(columns.get(i), i < cells.size() ? cells.get(i) : "");
        }
        return new Row(Map.copyOf(row));
    }

    /** The cells of a line, by the names of the columns. */
    record Row(Map<String, String> cells) {

        /** Returns a cell; asking for an unknown column is a mistake in the program. */
        String get(String column) {
            String cell = cells.get(column);
            if (cell == null) {
                throw new IllegalArgumentException("There is no column '" + column + "'.");
            }
            return cell;
        }
    }
}
