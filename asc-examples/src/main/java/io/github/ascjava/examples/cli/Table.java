package io.github.ascjava.examples.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Aligns rows in columns.
 *
 * <p>On a screen that is too narrow the widest columns are cut, except for the last: it has what was asked for, and goes on in
 * further lines.
 */
final class Table {

    private static final String GAP = "  ";
    private static final String CUT = "…";
    /** Narrower columns are unreadable. */
    private static final int NARROWEST = 6;
    /** Text in narrower columns breaks after every word. */
    private static final int NARROWEST_LAST = 28;

    private final List<String> headings;
    private final List<List<String>> lines;

    Table(Rows rows) {
        this.headings = rows.headings();
        this.lines = rows.cells().stream()
                .map(cells ->
                        cells.stream().map(Rows::text).map(PrintableText::line).toList())
                .toList();
    }

    void print(Terminal terminal) {
        int[] widths = IntStream.range(0, headings.size()).map(this::widest).toArray();
        if (terminal.isInteractive()) {
            narrow(widths, terminal.width());
        }
        terminal.heading(line(headings, widths));
        lines.forEach(line -> printRow(line, widths, terminal));
    }

    private static void printRow(List<String> cells, int[] widths, Terminal terminal) {
        int last = cells.size() - 1;
        List<String> wrapped = wrap(cells.get(last), widths[last]);
        List<String> row = new ArrayList<>(cells);
        for (String part : wrapped) {
            row.set(last, part);
            terminal.line(line(row, widths));
            row.replaceAll(cell -> "");
        }
    }

    private int widest(int column) {
        return Stream.concat(Stream.of(headings), lines.stream())
                .mapToInt(line -> DisplayWidth.of(line.get(column)))
                .max()
                .orElse(0);
    }

    private static void narrow(int[] widths, int screen) {
        int last = widths.length - 1;
        int gaps = GAP.length() * last;
        while (IntStream.of(widths).sum() + gaps > screen) {
            int widest = IntStream.range(0, widths.length)
                    .filter(i -> widths[i] > (i == last ? NARROWEST_LAST : NARROWEST))
                    .reduce((a, b) -> widths[b] > widths[a] ? b : a)
                    .orElse(-1);
            if (widest < 0) {
                return;
            }
            widths[widest]--;
        }
    }

    private static String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            String cell = cut(cells.get(i), widths[i]);
            line.append(i == 0 ? "" : GAP)
                    .append(cell)
                    .append(" ".repeat(Math.max(0, widths[i] - DisplayWidth.of(cell))));
        }
        return line.toString().stripTrailing();
    }

    private static String cut(String cell, int width) {
        return DisplayWidth.of(cell) <= width ? cell : DisplayWidth.beginning(cell, width - 1) + CUT;
    }

    /** Breaks at spaces, and inside words that are wider than the column. */
    private static List<String> wrap(String text, int width) {
        List<String> parts = new ArrayList<>();
        String rest = text;
        while (DisplayWidth.of(rest) > width) {
            String fits = DisplayWidth.beginning(rest, width);
            boolean endsWord = rest.startsWith(" ", fits.length());
            int space = endsWord ? fits.length() : fits.lastIndexOf(' ');
            int end = space > 0 ? space : Math.max(fits.length(), 1);
            parts.add(rest.substring(0, end));
            rest = rest.substring(end).stripLeading();
        }
        parts.add(rest);
        return parts;
    }
}
