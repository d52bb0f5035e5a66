package io.github.ascjava.reports;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.error.ConflictException;
import io.github.ascjava.client.model.reports.AnalyticsReport;
import io.github.ascjava.client.model.reports.AnalyticsReportCategory;
import io.github.ascjava.client.model.reports.AnalyticsReportInstance;
import io.github.ascjava.client.model.reports.AnalyticsReportInstanceGranularity;
import io.github.ascjava.client.model.reports.AnalyticsReportRequest;
import io.github.ascjava.client.model.reports.AnalyticsReportRequestAccessType;
import io.github.ascjava.client.model.reports.AnalyticsReportSegment;
import io.github.ascjava.workflows.internal.Poller;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The analytics reports of an app.
 *
 * <pre>{@code
 * Analytics analytics = reports.analytics(appId);
 * analytics.ensureRequest(AnalyticsReportRequestAccessType.ONGOING);     // once; Apple makes reports from then on
 *
 * AnalyticsDays days = analytics.days("App Downloads Standard", firstDay, day -> table.replace(day.date(), day.rows()));
 * save(days.resumeFrom());                                               // where to start the next time
 * }</pre>
 *
 * <p>An app has a request per access type; it has reports; a report has instances by granularity and day; an instance has
 * one or more segments, which are files. Thread-safe.
 *
 * @see <a href="https://developer.apple.com/documentation/appstoreconnectapi/downloading-analytics-reports">Downloading
 *     Analytics Reports</a>
 * @since 0.1.0
 */
public final class Analytics {

    private final AppStoreConnect asc;
    private final Poller poller;
    private final String appId;
    private final AnalyticsSegments segments;

    Analytics(AppStoreConnect asc, Poller poller, String appId) {
        this.asc = asc;
        this.poller = poller;
        this.appId = appId;
        this.segments = new AnalyticsSegments(asc);
    }

    /** Returns the app's request of a kind, if there is one. */
    public Optional<AnalyticsReportRequest> findRequest(AnalyticsReportRequestAccessType type) {
        return asc.apps().listAnalyticsReportRequests(appId, q -> q.filterAccessType(type)).stream()
                .filter(request -> type.equals(request.accessType()))
                .findFirst();
    }

    /**
     * Returns the app's request of a kind, and creates it if there is none.
     *
     * <p>Creating one needs the role Admin. Reports are listed at once; their first instances follow after one or two days.
     *
     * @return also one that Apple stopped because its reports were not downloaded; see {@link #renewRequest}
     * @throws ConflictException if Apple neither lists nor creates the request
     */
    public AnalyticsReportRequest ensureRequest(AnalyticsReportRequestAccessType type) {
        return findRequest(type).orElseGet(() -> create(type));
    }

    /**
     * Returns the app's request of a kind like {@link #ensureRequest}, but replaces one that Apple stopped.
     *
     * <p>The reports of the old request are deleted with it.
     */
    public AnalyticsReportRequest renewRequest(AnalyticsReportRequestAccessType type) {
        AnalyticsReportRequest request = ensureRequest(type);
        if (!Boolean.TRUE.equals(request.stoppedDueToInactivity())) {
            return request;
        }
        asc.analyticsReportRequests().delete(request.id()).execute();
        return create(type);
    }

    /** Another program may create it at the same time, and a request may exist without being listed. */
    private AnalyticsReportRequest create(AnalyticsReportRequestAccessType type) {
        try {
            return asc.analyticsReportRequests()
                    .create(b -> b.accessType(type).app(appId))
                    .execute();
        } catch (ConflictException e) {
            return findRequest(type)
                    .orElseThrow(() -> ReportAdvice.with(
                            e,
                            "Apple says that the request exists, but does not list it. This was seen for hours after a"
                                    + " request had been deleted: try again later, or ask Apple's support."));
        }
    }

    /** Returns the reports of a category. */
    public List<AnalyticsReport> reports(AnalyticsReportRequest request, AnalyticsReportCategory category) {
        return asc.analyticsReportRequests()
                .listReports(request.id(), q -> q.filterCategory(category).limit(200))
                .toList();
    }

    /**
     * Returns a report by its name.
     *
     * @param name such as {@code App Downloads Standard}; only letters and digits are compared, ignoring case. Standard and
     *     Detailed are different reports with different counts, so none takes the place of the other
     * @throws NoSuchElementException if there is no such report; the message lists all
     */
    public AnalyticsReport report(AnalyticsReportRequest request, String name) {
        List<AnalyticsReport> all = asc.analyticsReportRequests()
                .listReports(request.id(), q -> q.limit(200))
                .toList();
        return all.stream()
                .filter(report ->
                        AnalyticsName.of(String.valueOf(report.name())).equals(AnalyticsName.of(name)))
                .findFirst()
                .orElseThrow(() ->
                        new NoSuchElementException("There is no analytics report '" + name + "'. The request has: "
                                + all.stream()
                                        .map(report -> String.valueOf(report.name()))
                                        .sorted()
                                        .collect(Collectors.joining(", "))
                                + "."));
    }

    /**
     * Returns the instances of a report, by processing date.
     *
     * <p>Apple keeps them for 35 days. An empty list does not mean zero: below five users, Apple makes no instances.
     */
    public List<AnalyticsReportInstance> instances(
            AnalyticsReport report, AnalyticsReportInstanceGranularity granularity) {
        return asc
                .analyticsReports()
                .listInstances(
                        report.id(), q -> q.filterGranularity(granularity).limit(200))
                .stream()
                .filter(instance -> instance.processingDate() != null)
                .sorted(Comparator.comparing(AnalyticsReportInstance::processingDate))
                .toList();
    }

    /**
     * Waits for the first instances of a report.
     *
     * @return empty if the time is over
     */
    public List<AnalyticsReportInstance> instances(
            AnalyticsReport report, AnalyticsReportInstanceGranularity granularity, Wait wait) {
        return poller.poll(
                wait.schedule(), () -> instances(report, granularity), found -> found.isEmpty() ? Instant.MIN : null);
    }

    /**
     * Opens an instance: all its segments as one table, in plain text.
     *
     * <p>Size and checksum of each segment are compared with those that Apple announced; what was read of a damaged one is
     * followed by an {@link io.github.ascjava.client.error.InvalidResponseException}.
     *
     * @return {@link ReportState#NOT_YET} if the instance has no segments yet. Close it
     */
    public Report open(AnalyticsReportInstance instance) {
        List<AnalyticsReportSegment> files = segments.list(instance.id());
        String name = "The analytics report of " + instance.processingDate();
        return files.isEmpty()
                ? new Report(
                        name,
                        new Outcome(ReportState.NOT_YET, null, "The instance has no segments yet."),
                        InputStream.nullInputStream())
                : new Report(name, Outcome.AVAILABLE, segments.open(files));
    }

    /**
     * Reads the days of a daily report, each once and in order.
     *
     * <p>A daily instance is a window of two to five days that replaces earlier values of the same days. A day is therefore
     * read from the newest instance that has it, and days that later instances may still change are delivered, but are not
     * {@linkplain AnalyticsDay#isComplete complete}. Replace what an earlier run stored for a day; never add to it.
     *
     * @param reportName such as {@code App Downloads Standard}, as in {@link #report}
     * @param from the first day: {@link AnalyticsDays#resumeFrom()} of the run before
     * @param each called on this thread with each day; its rows are closed afterwards
     * @throws NoSuchElementException if the app has no ongoing request, or the request has no such report
     */
    public AnalyticsDays days(String reportName, LocalDate from, Consumer<? super AnalyticsDay> each) {
        AnalyticsReportRequest request = findRequest(AnalyticsReportRequestAccessType.ONGOING)
                .orElseThrow(
                        () -> new NoSuchElementException(
                                "The app " + appId + " has no ongoing request for analytics"
                                        + " reports. Create it with ensureRequest(ONGOING); the first data follows after one or two days."));
        List<AnalyticsReportInstance> instances =
                instances(report(request, reportName), AnalyticsReportInstanceGranularity.DAILY);
        AnalyticsWindow window = AnalyticsWindow.of(reportName);
        AnalyticsDays days = new AnalyticsDaysRun(window, instances, this::open).run(from, each);
        return Boolean.TRUE.equals(request.stoppedDueToInactivity()) ? days.ofStoppedRequest() : days;
    }
}
