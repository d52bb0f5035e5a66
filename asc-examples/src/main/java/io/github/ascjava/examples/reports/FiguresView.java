package io.github.ascjava.examples.reports;

import io.github.ascjava.examples.cli.BarChart;
import io.github.ascjava.examples.cli.OutputOptions;
import io.github.ascjava.examples.cli.Terminal;
import java.util.List;

/** Prints figures as a table and, for people, as charts. */
final class FiguresView {

    private static final int MOST_BARS = 31;

    private final Figures figures;
    private final Dimension by;

    FiguresView(Figures figures, Dimension by) {
        this.figures = figures;
        this.by = by;
    }

    /** @param range the days that the figures are of */
    void print(String range, Totals totals, OutputOptions output, Terminal terminal) {
        if (totals.measures().isEmpty()) {
            terminal.note("There is nothing to show for " + range + ".");
        }
        output.print(figures.table(totals, by), terminal);
        if (output.isForPeople()) {
            figures.numbers(totals).forEach(measure -> chart(totals, measure, terminal));
        }
    }

    /** One bar has nothing to be compared with. */
    private void chart(Totals totals, Measure measure, Terminal terminal) {
        List<String> keys = Figures.ordered(totals, by, measure);
        List<String> shown = by == Dimension.DAY
                ? keys.subList(Math.max(0, keys.size() - MOST_BARS), keys.size())
                : keys.subList(0, Math.min(keys.size(), MOST_BARS));
        if (shown.size() < 2) {
            return;
        }
        String part = shown.size() < keys.size() ? " (" + shown.size() + " of " + keys.size() + ")" : "";
        BarChart chart = new BarChart(measure.caption() + " by " + by.word() + part);
        shown.forEach(key -> chart.add(totals.label(by, key), Figures.plain(totals.of(measure, by, key))));
        chart.print(terminal);
    }
}
