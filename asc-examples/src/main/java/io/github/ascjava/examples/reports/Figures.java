package io.github.ascjava.examples.reports;

import io.github.ascjava.examples.cli.Rows;
import io.github.ascjava.reports.ReportRow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** How the rows of a kind of report are added up and shown. */
interface Figures {

    /** Adds the figures of a row. */
    void add(ReportRow row, String day, Totals totals);

    /** Returns the figures as a table, with a row per day, app or country. */
    Rows table(Totals totals, Dimension dimension);

    /** Returns the measures that a chart in the terminal shows, each on its own. */
    List<Measure> numbers(Totals totals);

    /** Returns the names of the measures, in the order in which a page shows them. */
    List<String> names(Totals totals);

    /** Returns whether a measure counts what was taken back, so that a page sets it apart. */
    default boolean isApart(String name) {
        return false;
    }

    /** Adds up all rows of some days. */
    default Totals totals(List<ReportDay> days) {
        Totals totals = new Totals();
        for (ReportDay day : days) {
            String date = day.date().toString();
            totals.addDay(date);
            day.forEachRow(row -> add(row, date, totals));
        }
        return totals;
    }

    /** Returns the keys of a dimension: days in order, and the rest by the first measure, the largest first. */
    static List<String> ordered(Totals totals, Dimension dimension, Measure measure) {
        List<String> keys = new ArrayList<>(totals.keys(dimension));
        if (dimension != Dimension.DAY) {
            keys.sort((a, b) -> totals.of(measure, dimension, b).compareTo(totals.of(measure, dimension, a)));
        }
        return keys;
    }

    /** Returns a number without zeros at its end, never with an exponent. */
    static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
