package io.github.ascjava.examples.reports;

import io.github.ascjava.examples.cli.Rows;
import io.github.ascjava.reports.Money;
import io.github.ascjava.reports.ReportRow;
import io.github.ascjava.reports.SalesRow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Units and proceeds of sales; refunds and currencies are kept apart. */
final class SalesFigures implements Figures {

    private static final Measure UNITS = Measure.number("Units");
    private static final Measure REFUNDED_UNITS = Measure.number("Refunded units");
    private static final String PROCEEDS = "Proceeds";
    private static final String REFUNDS = "Refunds";

    @Override
    public void add(ReportRow cells, String day, Totals totals) {
        SalesRow row = new SalesRow(cells);
        String app = row.appSku();
        if (app != null && row.parentIdentifier() == null && row.title() != null) {
            totals.nameApp(app, row.title());
        }
        BigDecimal units = row.units();
        if (units == null || units.signum() == 0) {
            return;
        }
        boolean isRefund = units.signum() < 0;
        totals.add(isRefund ? REFUNDED_UNITS : UNITS, day, app, row.countryCode(), units.abs());
        Money money = row.totalProceeds();
        if (money != null && money.amount().signum() != 0) {
            Measure measure = new Measure(isRefund ? REFUNDS : PROCEEDS, money.currency());
            BigDecimal amount = isRefund ? money.amount().negate() : money.amount();
            totals.add(measure, day, app, row.countryCode(), amount);
        }
    }

    @Override
    public Rows table(Totals totals, Dimension dimension) {
        String heading = dimension.word().toUpperCase(Locale.ROOT);
        boolean isApp = dimension == Dimension.APP;
        Rows rows = isApp
                ? new Rows(heading, "SKU", "UNITS", "PROCEEDS", "REFUNDED UNITS", "REFUNDS").freeText(heading, "SKU")
                : new Rows(heading, "UNITS", "PROCEEDS", "REFUNDED UNITS", "REFUNDS");
        for (String key : Figures.ordered(totals, dimension, UNITS)) {
            List<Object> cells = new ArrayList<>();
            cells.add(totals.label(dimension, key));
            if (isApp) {
                cells.add(key);
            }
            cells.add(Figures.plain(totals.of(UNITS, dimension, key)));
            cells.add(amounts(totals, PROCEEDS, dimension, key));
            cells.add(Figures.plain(totals.of(REFUNDED_UNITS, dimension, key)));
            cells.add(amounts(totals, REFUNDS, dimension, key));
            rows.add(cells.toArray());
        }
        return rows;
    }

    @Override
    public List<Measure> numbers(Totals totals) {
        return List.of(UNITS);
    }

    @Override
    public List<String> names(Totals totals) {
        return Stream.of(UNITS.name(), PROCEEDS, REFUNDED_UNITS.name(), REFUNDS)
                .filter(name -> !totals.measures(name).isEmpty())
                .toList();
    }

    @Override
    public boolean isApart(String name) {
        return name.equals(REFUNDED_UNITS.name()) || name.equals(REFUNDS);
    }

    private static List<Amount> amounts(Totals totals, String name, Dimension dimension, String key) {
        return totals.measures(name).stream()
                .filter(measure -> totals.of(measure, dimension, key).signum() != 0)
                .map(measure -> new Amount(totals.of(measure, dimension, key), String.valueOf(measure.currency())))
                .toList();
    }
}
