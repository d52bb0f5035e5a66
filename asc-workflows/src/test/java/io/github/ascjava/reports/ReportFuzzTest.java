package io.github.ascjava.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whatever a file contains, it is read like {@code split} reads it, or rejected with the library's exception. */
class ReportFuzzTest {

    @FuzzTest
    void file(byte[] bytes) {
        List<List<@Nullable String>> rows = new ArrayList<>();
        try (ReportReader reader = ReportFiles.open(bytes)) {
            for (ReportRow row : reader) {
                rows.add(row.cells());
                readAll(row);
            }
            if (isPlainTable(bytes, reader)) {
                assertThat(rows).isEqualTo(bySplit(bytes));
            }
        } catch (InvalidReportException e) {
            assertThat(e.getMessage()).startsWith("The input ").doesNotContainPattern("\\p{Cc}");
        }
    }

    /** Reads each cell in each way. */
    private static void readAll(ReportRow row) {
        assertThat(row.toMap().keySet())
                .containsExactlyElementsOf(row.columns().stream().distinct().toList());
        for (String column : row.columns()) {
            try {
                row.decimal(column);
                row.date(column);
                row.integer(column);
            } catch (InvalidReportException e) {
                assertThat(e.getMessage())
                        .startsWith("Line " + row.lineNumber())
                        .doesNotContainPattern("\\p{Cc}");
            }
        }
    }

    private static boolean isPlainTable(byte[] bytes, ReportReader reader) {
        boolean compressed = bytes.length > 1 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b;
        return !compressed
                && reader.preamble().isEmpty()
                && !reader.isFinance()
                && latin1(bytes)
                        .lines()
                        .filter(line -> !line.isEmpty())
                        .findFirst()
                        .orElse("")
                        .contains("\t");
    }

    private static List<List<@Nullable String>> bySplit(byte[] bytes) {
        return Arrays.stream(latin1(bytes).split("\n", -1))
                .map(line -> line.endsWith("\r") ? line.substring(0, line.length() - 1) : line)
                .filter(line -> !line.isEmpty())
                .skip(1)
                .map(ReportFuzzTest::cells)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static List<@Nullable String> cells(String line) {
        List<@Nullable String> cells = new ArrayList<>();
        for (String cell : line.split("\t", -1)) {
            cells.add(
                    cell.matches(" *")
                            ? null
                            : new String(cell.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
        }
        return cells;
    }

    private static String latin1(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return text.startsWith("\u00ef\u00bb\u00bf") ? text.substring(3) : text;
    }
}
