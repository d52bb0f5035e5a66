package io.github.ascjava.examples.reports;

import io.github.ascjava.examples.cli.FailedException;
import io.github.ascjava.examples.cli.Session;
import io.github.ascjava.reports.ReportFile;
import io.github.ascjava.reports.Reports;
import io.github.ascjava.reports.SalesReportRequest;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Downloads the days of sales that are not on this machine yet. */
final class SalesSource {

    private final Session session;
    private final String vendorNumber;

    SalesSource(Session session, String vendorNumber) {
        this.session = session;
        this.vendorNumber = vendorNumber;
    }

    /** Returns the newest day whose report is due. */
    LocalDate newestDay() {
        Instant now = session.clock().instant();
        LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
        while (SalesReportRequest.daily(vendorNumber, day).expectedAt().isAfter(now)) {
            day = day.minusDays(1);
        }
        return day;
    }

    /**
     * Returns the days that have a report or, for sure, no sales; says what is missing.
     *
     * @param empty days that are known to have no sales
     * @param folder where the reports are kept
     * @throws FailedException if Apple has none of the days
     */
    List<ReportDay> days(DayRange range, Set<LocalDate> empty, Path folder) {
        List<ReportDay> days = new ArrayList<>();
        empty.stream().filter(range::contains).forEach(day -> days.add(new ReportDay(day, null)));
        List<SalesReportRequest> requests = SalesReportRequest.days(vendorNumber, range.first(), range.last()).stream()
                .filter(request -> !empty.contains(request.period().last()))
                .toList();
        List<String> missing = new ArrayList<>();
        try {
            Reports.of(session.asc())
                    .backfill(requests, folder)
                    .onProgress(p -> session.terminal().progress(p.done() + " of " + p.total() + " days"))
                    .run(file -> take(file, days, missing));
        } finally {
            session.terminal().progressDone();
        }
        if (days.isEmpty()) {
            throw new FailedException(String.join("\n", missing));
        }
        missing.forEach(session.terminal()::note);
        days.sort(Comparator.comparing(ReportDay::date));
        return days;
    }

    private static void take(ReportFile file, List<ReportDay> days, List<String> missing) {
        LocalDate day = ((SalesReportRequest) file.request()).period().last();
        switch (file.state()) {
            case AVAILABLE -> days.add(new ReportDay(day, file.path()));
            case NO_SALES -> days.add(new ReportDay(day, null));
            case NOT_YET ->
                missing.add("Apple has not made the report of " + day + " yet. It is expected at " + file.expectedAt()
                        + ".");
            case NO_LONGER ->
                missing.add("Apple keeps daily reports for a year, and no longer has that of " + day + ".");
        }
    }
}
