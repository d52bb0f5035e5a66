package io.github.ascjava.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Random cells are read as they were written, and as {@code split} reads them. */
class RandomReportTest {

    private static final int FILES = 100;
    private static final List<String> PIECES = List.of(
            "\"",
            "\"\"",
            "\\",
            "\\n",
            "#",
            "'",
            ",",
            ";",
            " ",
            "\r",
            "\u00a0",
            "ä",
            "語",
            "🚀",
            "\ufeff",
            "\u2028",
            "\u0085",
            "\0",
            "a",
            "Z",
            "0",
            ".70",
            "-1",
            "11/30/2026",
            "Total_Rows");

    @Test
    void cellsOfTabSeparatedFilesAreReadAsWritten() {
        for (int seed = 0; seed < FILES; seed++) {
            Random random = new Random(seed);
            List<List<String>> table = table(random, 2 + random.nextInt(40));
            String text = table.stream()
                    .map(cells -> String.join("\t", cells))
                    .collect(Collectors.joining(random.nextBoolean() ? "\r\n" : "\n"));
            String file = text + List.of("", "\n", "\r\n", "\n\n").get(random.nextInt(4));

            assertThat(read(file, random)).as("seed %d", seed).isEqualTo(blankToNull(table));
            assertThat(read(file, random)).as("split, seed %d", seed).isEqualTo(bySplit(file));
        }
    }

    @Test
    void cellsOfCommaSeparatedFilesAreReadAsWritten() {
        for (int seed = 0; seed < FILES; seed++) {
            Random random = new Random(seed);
            List<List<String>> table = table(random, 2 + random.nextInt(10));
            String file = table.stream()
                    .map(cells -> cells.stream()
                            .map(cell -> "\"" + cell.replace("\"", "\"\"") + "\"")
                            .collect(Collectors.joining(",")))
                    .collect(Collectors.joining("\n"));

            assertThat(read(file, random)).as("seed %d", seed).isEqualTo(blankToNull(table));
        }
    }

    /** A header of distinct names, and rows of random cells, which do not end with a carriage return. */
    private static List<List<String>> table(Random random, int columns) {
        List<List<String>> table = new ArrayList<>();
        List<String> header = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            header.add("Column " + i);
        }
        table.add(header);
        int rows = random.nextInt(50);
        for (int i = 0; i < rows; i++) {
            List<String> row = new ArrayList<>();
            for (int j = 0; j < columns; j++) {
                row.add(cell(random).replaceAll("\r+\\z", ""));
            }
            table.add(row);
        }
        return table;
    }

    private static String cell(Random random) {
        StringBuilder cell = new StringBuilder();
        // Seldom long, so that lines cross the ends of buffers at all places.
        int pieces = random.nextInt(200) == 0 ? random.nextInt(20_000) : random.nextInt(6);
        for (int i = 0; i < pieces; i++) {
            cell.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return cell.toString();
    }

    private static List<List<String>> read(String file, Random random) {
        byte[] bytes = ReportFiles.utf8(file);
        int middle = random.nextInt(bytes.length);
        byte[] compressed =
                ReportFiles.gzip(Arrays.copyOf(bytes, middle), Arrays.copyOfRange(bytes, middle, bytes.length));
        List<List<String>> rows = new ArrayList<>();
        for (ReportRow row : ReportFiles.rows(random.nextBoolean() ? compressed : bytes)) {
            List<String> byName =
                    row.columns().stream().map(row::text).collect(Collectors.toCollection(ArrayList::new));
            assertThat(row.cells()).isEqualTo(byName);
            rows.add(byName);
        }
        return rows;
    }

    private static List<List<String>> bySplit(String file) {
        String[] lines = file.split("\r?\n", -1);
        List<List<String>> rows = new ArrayList<>();
        for (String line : Arrays.asList(lines).subList(1, lines.length)) {
            if (!line.isEmpty()) {
                rows.add(Arrays.asList(line.split("\t", -1)));
            }
        }
        return blankToNull(withHeader(rows));
    }

    private static List<List<String>> withHeader(List<List<String>> rows) {
        List<List<String>> table = new ArrayList<>(Collections.singletonList(List.of()));
        table.addAll(rows);
        return table;
    }

    private static List<List<String>> blankToNull(List<List<String>> table) {
        return table.stream()
                .skip(1)
                .map(row -> row.stream()
                        .map(cell -> cell.matches(" *") ? null : cell)
                        .collect(Collectors.toCollection(ArrayList::new)))
                .collect(Collectors.toCollection(ArrayList::new));
    }
}
