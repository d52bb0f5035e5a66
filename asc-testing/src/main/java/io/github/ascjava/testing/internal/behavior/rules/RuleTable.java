package io.github.ascjava.testing.internal.behavior.rules;

import io.github.ascjava.testing.internal.catalog.DataFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads a table whose cells are separated by bars; lists that begin with {@code @} can be named in cells. */
final class RuleTable {

    private RuleTable() {}

    /** Returns the rows of a file beside this class. */
    static List<List<String>> read(String name) {
        Map<String, String> lists = new LinkedHashMap<>();
        List<String> lines = DataFile.lines(RuleTable.class, name);
        lines.stream()
                .filter(line -> line.startsWith("@"))
                .map(line -> line.split(" ", 2))
                .forEach(parts -> lists.put(parts[0], parts[1]));
        return lines.stream()
                .filter(line -> !line.startsWith("@"))
                .map(line -> Stream.of(line.split(" \\| ", -1))
                        .map(cell -> expand(cell.strip(), lists))
                        .toList())
                .toList();
    }

    private static String expand(String cell, Map<String, String> lists) {
        String expanded = cell;
        for (Map.Entry<String, String> list : lists.entrySet()) {
            expanded = expanded.replace(list.getKey(), list.getValue());
        }
        return expanded;
    }
}
