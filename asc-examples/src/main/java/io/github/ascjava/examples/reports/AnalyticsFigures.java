package io.github.ascjava.examples.reports;

import io.github.ascjava.examples.cli.Rows;
import io.github.ascjava.reports.ReportRow;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Counts of analytics reports, by what is counted: different events and kinds of downloads are never added.
 *
 * <p>Unique counts are left out: a person of two days or countries would count twice.
 */
final class AnalyticsFigures implements Figures {

    private static final List<String> KINDS = List.of("Event", "Download Type", "Purchase Type");
    private static final String COUNTS = "Counts";
    private static final List<String> NUMBERS =
            List.of(COUNTS, "Purchases", "Sessions", "Crashes", "Pre-Orders Placed", "Pre-Orders Canceled");
    private static final String IN_DOLLARS = " in USD";
    private static final List<String> AMOUNTS = List.of("Proceeds" + IN_DOLLARS);

    @Override
    public void add(ReportRow row, String day, Totals totals) {
        String app = row.find("App Apple Identifier").orElse(null);
        if (app != null) {
            row.find("App Name").ifPresent(name -> totals.nameApp(app, name));
        }
        String country = row.find("Territory").orElse(null);
        Optional<String> kind =
                KINDS.stream().flatMap(column -> row.find(column).stream()).findFirst();
        for (String column : NUMBERS) {
            add(row, column, Measure.number(name(column, kind)), day, app, country, totals);
        }
        for (String column : AMOUNTS) {
            String name = name(column.substring(0, column.length() - IN_DOLLARS.length()), kind);
            add(row, column, new Measure(name, "USD"), day, app, country, totals);
        }
    }

    private static void add(
            ReportRow row,
            String column,
            Measure measure,
            String day,
            @Nullable String app,
            @Nullable String country,
            Totals totals) {
        BigDecimal number = row.hasColumn(column) ? row.decimal(column) : null;
        if (number != null) {
            totals.add(measure, day, app, country, number);
        }
    }

    private static String name(String column, Optional<String> kind) {
        return kind.map(each -> column.equals(COUNTS) ? each : each + ": " + column)
                .orElse(column);
    }

    @Override
    public Rows table(Totals totals, Dimension dimension) {
        String heading = dimension.word().toUpperCase(Locale.ROOT);
        Rows rows = new Rows(heading, "COUNTED", "NUMBER").freeText(heading, "COUNTED");
        for (Measure measure : totals.measures()) {
            for (String key : Figures.ordered(totals, dimension, measure)) {
                BigDecimal number = totals.of(measure, dimension, key);
                if (number.signum() != 0) {
                    rows.add(totals.label(dimension, key), measure.caption(), Figures.plain(number));
                }
            }
        }
        return rows;
    }

    @Override
    public List<Measure> numbers(Totals totals) {
        return totals.measures().stream()
                .filter(measure -> measure.currency() == null)
                .toList();
    }

    @Override
    public List<String> names(Totals totals) {
        return totals.measures().stream().map(Measure::name).distinct().toList();
    }
}
