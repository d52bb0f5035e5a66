package io.github.ascjava.examples.reports;

import io.github.ascjava.client.model.apps.App;
import io.github.ascjava.client.model.reports.AnalyticsReportRequestAccessType;
import io.github.ascjava.examples.cli.FailedException;
import io.github.ascjava.examples.cli.Session;
import io.github.ascjava.reports.Analytics;
import io.github.ascjava.reports.AnalyticsDay;
import io.github.ascjava.reports.AnalyticsDays;
import io.github.ascjava.reports.Reports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;

/** Downloads the days of an analytics report that are not complete on this machine yet. */
final class AnalyticsSource {

    private final Session session;
    private final App app;
    private final Analytics analytics;

    AnalyticsSource(Session session, App app) {
        this.session = session;
        this.app = app;
        this.analytics = Reports.of(session.asc()).analytics(app.id());
    }

    /** Returns whether Apple has stopped the reports because nobody was downloading them. */
    boolean isStopped() {
        return analytics
                .findRequest(AnalyticsReportRequestAccessType.ONGOING)
                .filter(request -> Boolean.TRUE.equals(request.stoppedDueToInactivity()))
                .isPresent();
    }

    /** Has Apple make reports from now on, in place of those of a request that it stopped. */
    void request() {
        analytics.renewRequest(AnalyticsReportRequestAccessType.ONGOING);
    }

    /**
     * Returns the days that have data; says what is missing.
     *
     * @param newestOnly whether the last of them is enough
     * @throws FailedException if Apple has none of the days, or no such report
     */
    List<ReportDay> days(String reportName, DayRange range, AnalyticsFolder folder, boolean newestOnly) {
        if (analytics.findRequest(AnalyticsReportRequestAccessType.ONGOING).isEmpty()) {
            throw new FailedException("Apple makes no analytics reports of " + name()
                    + " yet, because none were requested. Request them with: asc analytics " + name() + " --request");
        }
        LocalDate start = range.first();
        while (!start.isAfter(range.last()) && folder.isComplete(start)) {
            start = start.plusDays(1);
        }
        if (!start.isAfter(range.last())) {
            download(reportName, start, range, folder);
        }
        List<ReportDay> days = new ArrayList<>(folder.days(range));
        if (days.isEmpty()) {
            throw new FailedException(
                    "Apple has no instance of " + reportName + " for " + range + ". The first ones follow"
                            + " two days after the request, and apps with few users have none. Try again tomorrow.");
        }
        return newestOnly ? List.of(newest(days)) : days;
    }

    private static ReportDay newest(List<ReportDay> days) {
        return days.stream()
                .filter(day -> day.file() != null)
                .reduce((earlier, later) -> later)
                .orElse(days.get(days.size() - 1));
    }

    private void download(String reportName, LocalDate start, DayRange range, AnalyticsFolder folder) {
        try {
            AnalyticsDays result = analytics.days(reportName, start, day -> {
                if (range.contains(day.date())) {
                    store(day, folder);
                }
            });
            result.lost().stream()
                    .filter(range::contains)
                    .forEach(day ->
                            session.terminal().note("Apple keeps instances for 35 days, and has none of " + day + "."));
            if (result.stoppedDueToInactivity()) {
                session.terminal()
                        .note(
                                "Apple stopped the request because no reports were downloaded. Renew it with: asc analytics "
                                        + name() + " --request");
            }
        } catch (NoSuchElementException e) {
            throw new FailedException(String.valueOf(e.getMessage()), e);
        } finally {
            session.terminal().progressDone();
        }
    }

    private void store(AnalyticsDay day, AnalyticsFolder folder) {
        session.terminal().progress(day.date().toString());
        try {
            folder.store(day);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!day.isComplete()) {
            session.terminal().note("The figures of " + day.date() + " are not complete yet.");
        }
    }

    private String name() {
        return app.bundleId() == null ? app.id() : app.bundleId();
    }
}
