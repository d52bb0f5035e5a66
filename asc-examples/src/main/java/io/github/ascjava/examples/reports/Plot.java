package io.github.ascjava.examples.reports;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;

/** Draws figures as bars in SVG: days side by side, everything else one below the other. */
final class Plot {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 180;
    private static final int LEFT = 70;
    /** Half of the last label. */
    private static final int RIGHT = 12;

    private static final int TOP = 10;
    private static final int BOTTOM = 24;
    private static final int ROW = 22;
    private static final int NAMES = 190;
    private static final int NUMBERS = 110;
    private static final int LONGEST_NAME = 26;
    private static final int DAY_LABELS = 10;
    /** Where month and day begin in a date; the page tells the year. */
    private static final int MONTH = 5;

    private final StringBuilder svg = new StringBuilder();
    private final Measure measure;
    private final BigDecimal largest;

    private Plot(Measure measure, List<Bar> bars) {
        this.measure = measure;
        this.largest = bars.stream().map(Bar::figure).reduce(BigDecimal.ONE, BigDecimal::max);
    }

    /**
     * A bar.
     *
     * @param label what it is of
     * @param figure its length, zero or more
     */
    record Bar(String label, BigDecimal figure) {}

    /** Draws one bar per day, from left to right. */
    static String ofDays(String title, Measure measure, List<Bar> bars) {
        Plot plot = new Plot(measure, bars);
        plot.begin(title, TOP + HEIGHT + BOTTOM);
        plot.line(plot.largest);
        plot.line(plot.largest.divide(BigDecimal.valueOf(2), MathContext.DECIMAL64));
        plot.line(BigDecimal.ZERO);
        double step = (WIDTH - LEFT - RIGHT) / (double) Math.max(1, bars.size());
        double width = Math.min(40, step * 0.8);
        int every = Math.max(1, (bars.size() + DAY_LABELS - 1) / DAY_LABELS);
        for (int i = 0; i < bars.size(); i++) {
            double middle = LEFT + step * (i + 0.5);
            double height = plot.length(bars.get(i), HEIGHT);
            plot.bar(bars.get(i), middle - width / 2, TOP + HEIGHT - height, width, height);
            if (i % every == 0) {
                plot.text("m", middle, TOP + HEIGHT + 16, bars.get(i).label().substring(MONTH));
            }
        }
        return plot.end();
    }

    /** Draws one bar per row. */
    static String ofNames(String title, Measure measure, List<Bar> bars) {
        Plot plot = new Plot(measure, bars);
        plot.begin(title, bars.size() * ROW);
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            double length = plot.length(bar, WIDTH - NAMES - NUMBERS);
            plot.text("e", NAMES - 8, i * ROW + 15, cut(bar.label()));
            plot.bar(bar, NAMES, i * ROW + 3, length, ROW - 6);
            plot.text("s", NAMES + length + 6, i * ROW + 15, number(measure, bar.figure()));
        }
        return plot.end();
    }

    /** Returns a figure as people read it. */
    static String number(Measure measure, BigDecimal figure) {
        int places = measure.currency() == null ? 0 : Amount.places(measure.currency());
        return String.format(Locale.ROOT, "%,." + places + "f", figure);
    }

    private void begin(String title, int height) {
        svg.append("<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">\n"
                .formatted(WIDTH, height, Html.text(title)));
    }

    private String end() {
        return svg.append("</svg>\n").toString();
    }

    private double length(Bar bar, int longest) {
        return bar.figure()
                .multiply(BigDecimal.valueOf(longest))
                .divide(largest, 2, RoundingMode.HALF_UP)
                .doubleValue();
    }

    private void bar(Bar bar, double x, double y, double width, double height) {
        svg.append(String.format(
                Locale.ROOT,
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"><title>%s: %s</title></rect>%n",
                x,
                y,
                width,
                height,
                Html.text(bar.label()),
                number(measure, bar.figure())));
    }

    private void line(BigDecimal figure) {
        double y = TOP + HEIGHT - length(new Bar("", figure), HEIGHT);
        svg.append(
                String.format(Locale.ROOT, "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>%n", LEFT, WIDTH, y, y));
        text("e", LEFT - 6, y + 4, number(measure, figure));
    }

    /** @param anchor the class of the style: {@code s}tart, {@code m}iddle or {@code e}nd */
    private void text(String anchor, double x, double y, String text) {
        svg.append(String.format(
                Locale.ROOT, "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\">%s</text>%n", anchor, x, y, Html.text(text)));
    }

    private static String cut(String name) {
        return name.codePointCount(0, name.length()) <= LONGEST_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME - 1)) + "…";
    }
}
