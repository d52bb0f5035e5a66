package io.github.ascjava.testing.internal.behavior.common;

import io.github.ascjava.testing.internal.catalog.DataFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads tables of rules: lines of cells, separated by bars, below the names of the columns. */
public final class RuleTable {

    private RuleTable() {}

    /** Returns the rows of a file beside a class; words that begin with {@code @} stand for lists of words. */
    public static List<Row> read(Class<?> beside, String name) {
        Map<String, String> lists = new HashMap<>();
        List<List<String>> lines = new ArrayList<>();
        for (String line : DataFile.lines(beside, name)) {
            if (line.startsWith("@")) {
                int blank = line.indexOf(' ');
                lists.put(line.substring(0, blank), line.substring(blank + 1));
            } else {
                lines.add(Stream.of(line.split(" \\| ", -1))
                        .map(cell -> Stream.of(cell.strip().split(" ", -1))
                                .map(word -> lists.getOrDefault(word, word))
                                .collect(Collectors.joining(" ")))
                        .toList());
            }
        }
        return lines.stream().skip(1).map(cells -> new Row(lines.get(0), cells)).toList();
    }

    /** Returns the rows by their cell {@code type}. */
    public static Map<String, List<Row>> byType(Class<?> beside, String name) {
        return read(beside, name).stream().collect(Collectors.groupingBy(row -> row.cell("type")));
    }

    /** A row of a table. */
    public record Row(List<String> columns, List<String> cells) {

        /** Returns the cell in a column. */
        public String cell(String column) {
            return cells.get(columns.indexOf(column));
        }

        /** Returns the words of the cell in a column. */
        public List<String> words(String column) {
            return List.of(cell(column).split(" ", -1));
        }
    }
}
