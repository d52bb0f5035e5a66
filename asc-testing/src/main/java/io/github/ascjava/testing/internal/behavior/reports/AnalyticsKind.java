package io.github.ascjava.testing.internal.behavior.reports;

import io.github.ascjava.testing.internal.behavior.common.Account;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One of the analytics reports of an app, from {@code analytics.txt}.
 *
 * @param window how many days a daily instance has
 * @param granularities the granularities that there are instances of
 * @param kinds the kinds of sales that the rows are made from; "paid" for those with money only
 * @param lines the columns, and what rows say; empty if the team has no data
 */
record AnalyticsKind(
        String name,
        String category,
        int window,
        List<String> granularities,
        List<String> kinds,
        List<List<String>> lines) {

    static final List<AnalyticsKind> ALL = read();

    /** Detailed reports leave out rows with fewer users (docs/live-service.md#detailed-analytics-leave-out-rows). */
    private static final int FEWEST_USERS = 5;

    private static List<AnalyticsKind> read() {
        List<AnalyticsKind> all = new ArrayList<>();
        for (List<String> line : ReportFiles.lines("analytics.txt")) {
            if (line.get(0).equals("=")) {
                all.add(new AnalyticsKind(
                        line.get(1),
                        line.get(2),
                        Integer.parseInt(line.get(3)),
                        List.of(line.get(4).split(" ", -1)),
                        List.of(line.get(line.size() - 1).split(",", -1)),
                        new ArrayList<>()));
            } else {
                all.get(all.size() - 1).lines.add(line);
            }
        }
        return List.copyOf(all);
    }

    /** Returns what an instance is about, by year; years without any sales are missing. */
    Map<Integer, List<Sale>> sales(AnalyticsInstance instance, boolean snapshot, List<Product> products) {
        Map<Integer, List<Sale>> sales = new TreeMap<>();
        List<LocalDate> periods = instance.periods(snapshot, window);
        for (int i = 0; i < periods.size() - 1 && !lines.isEmpty(); i++) {
            LocalDate first = periods.get(i);
            LocalDate last = periods.get(i + 1).minusDays(1);
            Sale.total(first, last, products, this::isShown).stream()
                    .filter(sale -> !name.endsWith("Detailed") || Math.abs(sale.units()) >= FEWEST_USERS)
                    .forEach(sale -> sales.computeIfAbsent(first.getYear(), year -> new ArrayList<>())
                            .add(sale));
        }
        return sales;
    }

    private boolean isShown(Sale sale) {
        return kinds.contains(sale.kind().words().get("kind")) && (!kinds.contains("paid") || sale.isPaid());
    }

    /** Writes a file. */
    String text(List<Sale> sales, Account account) {
        return new ReportTemplate(lines.get(0), lines.subList(1, lines.size()), "")
                .text(sales.stream().map(sale -> sale.fields(account)));
    }
}
