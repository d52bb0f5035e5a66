package io.github.ascjava.reports;

import io.github.ascjava.client.model.reports.AnalyticsReportInstance;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One run over the days of an analytics report. */
final class AnalyticsDaysRun {

    private static final String DATE = "Date";
    /** In reports of subscription events. */
    private static final String EVENT_DATE = "Event Date";

    private final AnalyticsWindow window;
    private final List<AnalyticsReportInstance> newestFirst;
    private final Function<AnalyticsReportInstance, Report> open;

    AnalyticsDaysRun(
            AnalyticsWindow window,
            List<AnalyticsReportInstance> instances,
            Function<AnalyticsReportInstance, Report> open) {
        this.window = window;
        this.newestFirst = instances.stream()
                .sorted(Comparator.comparing(AnalyticsDaysRun::date).reversed())
                .toList();
        this.open = open;
    }

    AnalyticsDays run(LocalDate from, Consumer<? super AnalyticsDay> each) {
        List<LocalDate> lost = new ArrayList<>();
        LocalDate resumeFrom = from;
        LocalDate end = newestFirst.isEmpty() ? from : date(newestFirst.get(0));
        for (LocalDate day = from; day.isBefore(end); day = day.plusDays(1)) {
            List<AnalyticsReportInstance> covering = covering(day);
            if (covering.isEmpty()) {
                // Later instances exist, and cover later days only.
                lost.add(day);
            } else if (!deliver(day, covering, each)) {
                break;
            }
            if (isFinal(day)) {
                resumeFrom = day.plusDays(1);
            }
        }
        return new AnalyticsDays(resumeFrom, lost, false);
    }

    private List<AnalyticsReportInstance> covering(LocalDate day) {
        return newestFirst.stream()
                .filter(instance -> window.covers(day, date(instance)))
                .toList();
    }

    /** Returns whether no later instance can cover the day; all days before it are final, too. */
    private boolean isFinal(LocalDate day) {
        return window.completes(day, date(newestFirst.get(0)));
    }

    /** Returns false if an instance is not ready: that does not make its days zero. */
    private boolean deliver(
            LocalDate day, List<AnalyticsReportInstance> covering, Consumer<? super AnalyticsDay> each) {
        for (AnalyticsReportInstance instance : covering) {
            try (Report report = open.apply(instance)) {
                if (report.state() != ReportState.AVAILABLE) {
                    return false;
                }
                Iterator<ReportRow> rows = rows(report, day);
                // Some reports may cover fewer days than the window; an older instance has the day then.
                if (rows.hasNext()) {
                    each.accept(day(day, instance, stream(rows)));
                    return true;
                }
            }
        }
        each.accept(day(day, covering.get(0), Stream.empty()));
        return true;
    }

    private AnalyticsDay day(LocalDate day, AnalyticsReportInstance instance, Stream<ReportRow> rows) {
        return new AnalyticsDay(day, date(instance), window.completes(day, date(instance)), rows);
    }

    private static Iterator<ReportRow> rows(Report report, LocalDate day) {
        ReportReader reader = report.rows();
        String column = reader.columns().contains(DATE) ? DATE : EVENT_DATE;
        return reader.stream().filter(row -> day.equals(row.date(column))).iterator();
    }

    private static Stream<ReportRow> stream(Iterator<ReportRow> rows) {
        Iterable<ReportRow> once = () -> rows;
        return StreamSupport.stream(once.spliterator(), false);
    }

    private static LocalDate date(AnalyticsReportInstance instance) {
        return Objects.requireNonNull(instance.processingDate());
    }
}
