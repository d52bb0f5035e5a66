package io.github.ascjava.examples.cli;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Lines up rows in columns; on a screen that is too narrow the widest columns are cut. */
final class Table {

    private static final String GAP = "  ";
    private static final String CUT = "…";
    /** Narrower columns say nothing any more. */
    private static final int NARROWEST = 6;

    private final List<String> headings;
    private final List<List<String>> lines;

    Table(Rows rows) {
        this.headings = rows.headings();
        this.lines = rows.cells().stream()
                .map(cells -> cells.stream().map(Rows::text).toList())
                .toList();
    }

    void print(Terminal terminal) {
        int[] widths = IntStream.range(0, headings.size()).map(this::widest).toArray();
        if (terminal.isInteractive()) {
            narrow(widths, terminal.width());
        }
        terminal.line(terminal.styled("bold", line(headings, widths)));
        lines.forEach(line -> terminal.line(line(line, widths)));
    }

    private int widest(int column) {
        return Stream.concat(Stream.of(headings), lines.stream())
                .mapToInt(line -> width(line.get(column)))
                .max()
                .orElse(0);
    }

    private static void narrow(int[] widths, int screen) {
        int gaps = GAP.length() * (widths.length - 1);
        while (IntStream.of(widths).sum() + gaps > screen) {
            int widest = IntStream.range(0, widths.length)
                    .reduce((a, b) -> widths[b] > widths[a] ? b : a)
                    .orElseThrow();
            if (widths[widest] <= NARROWEST) {
                return;
            }
            widths[widest]--;
        }
    }

    private static String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            String cell = cut(cells.get(i), widths[i]);
            line.append(i == 0 ? "" : GAP).append(cell).append(" ".repeat(widths[i] - width(cell)));
        }
        return line.toString().stripTrailing();
    }

    private static String cut(String cell, int width) {
        return width(cell) <= width ? cell : cell.substring(0, cell.offsetByCodePoints(0, width - 1)) + CUT;
    }

    private static int width(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
