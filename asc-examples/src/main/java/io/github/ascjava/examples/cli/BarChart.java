package io.github.ascjava.examples.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Prints figures as bars, for people in front of a terminal. */
public final class BarChart {

    private static final String BAR = "█";
    private static final String GAP = "  ";
    private static final String CUT = "…";
    private static final int WIDEST_LABEL = 24;
    private static final int NARROWEST_BAR = 10;
    private static final int USUAL_WIDTH = 80;

    private final String title;
    private final List<String> labels = new ArrayList<>();
    private final List<BigDecimal> figures = new ArrayList<>();

    /** Begins a chart without bars. */
    public BarChart(String title) {
        this.title = title;
    }

    /**
     * Adds a bar.
     *
     * @param figure zero or more
     */
    public void add(String label, BigDecimal figure) {
        String text = PrintableText.line(label);
        labels.add(DisplayWidth.of(text) <= WIDEST_LABEL ? text : DisplayWidth.beginning(text, WIDEST_LABEL - 1) + CUT);
        figures.add(figure);
    }

    /** Prints the title and the bars, the longest of which fills the width. */
    public void print(Terminal terminal) {
        terminal.line("");
        terminal.heading(title);
        int label = labels.stream().mapToInt(DisplayWidth::of).max().orElse(0);
        int number = figures.stream()
                .mapToInt(figure -> figure.toPlainString().length())
                .max()
                .orElse(0);
        int screen = terminal.isInteractive() ? terminal.width() : USUAL_WIDTH;
        int bar = Math.max(NARROWEST_BAR, screen - label - number - 2 * GAP.length());
        BigDecimal largest = figures.stream()
                .max(BigDecimal::compareTo)
                .orElse(BigDecimal.ZERO)
                .max(BigDecimal.ONE);
        IntStream.range(0, labels.size()).forEach(i -> terminal.line(line(i, label, number, bar, largest)));
    }

    private String line(int i, int labelWidth, int numberWidth, int barWidth, BigDecimal largest) {
        String label = labels.get(i);
        String number = figures.get(i).toPlainString();
        int bars = figures.get(i)
                .multiply(BigDecimal.valueOf(barWidth))
                .divide(largest, 0, RoundingMode.HALF_UP)
                .intValue();
        String line = label
                + " ".repeat(labelWidth - DisplayWidth.of(label))
                + GAP
                + " ".repeat(numberWidth - number.length())
                + number
                + GAP
                + BAR.repeat(Math.max(0, bars));
        return line.stripTrailing();
    }
}
