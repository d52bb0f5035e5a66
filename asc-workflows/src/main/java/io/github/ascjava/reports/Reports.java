package io.github.ascjava.reports;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.call.ClientOptions;
import io.github.ascjava.workflows.internal.Poller;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Sales, finance and analytics reports.
 *
 * <pre>{@code
 * Reports reports = Reports.of(asc);
 * try (Report report = reports.sales(SalesReportRequest.daily("85012345", LocalDate.of(2026, 11, 1)))) {
 *     if (report.state() == ReportState.AVAILABLE) {
 *         report.rows().forEach(row -> System.out.println(row.text("SKU") + " " + row.decimal("Units")));
 *     }
 * }
 * }</pre>
 *
 * <p>A report that Apple does not have is a value: see {@link ReportState}. Errors, such as a missing role or a wrong vendor
 * number, are {@link io.github.ascjava.client.error.ApiException}s with advice. Individual keys cannot request sales and
 * finance reports; the client says so before it sends anything.
 *
 * <p>Waits follow clock and sleeper of the client's options. Thread-safe; keep one instance per client, because it remembers
 * the report versions that Apple named.
 *
 * @since 0.1.0
 */
public final class Reports {

    private final AppStoreConnect asc;
    private final ReportCalls calls;
    private final Throttle throttle;
    private final Poller poller;

    private Reports(AppStoreConnect asc) {
        ClientOptions options = asc.options();
        this.asc = asc;
        Clock clock = Objects.requireNonNullElseGet(options.clock(), Clock::systemUTC);
        this.calls = new ReportCalls(asc, clock);
        this.throttle = Throttle.of(asc);
        this.poller = new Poller(clock, options.sleeper());
    }

    /** Returns the reports of a client, which is not closed with them. */
    public static Reports of(AppStoreConnect asc) {
        return new Reports(asc);
    }

    /**
     * Requests a sales report.
     *
     * @return the report or its absence; close it
     * @throws io.github.ascjava.client.error.ApiException if Apple responds with an error, such as for an unknown vendor
     *     number
     * @throws io.github.ascjava.client.error.AscException if the call fails otherwise, as in {@link
     *     io.github.ascjava.client.call.ApiCall#execute}
     */
    public Report sales(SalesReportRequest request) {
        return calls.open(request, null);
    }

    /**
     * Requests a sales report, again and again while Apple has not made it yet.
     *
     * @return the report or its absence; {@link ReportState#NOT_YET} if the time is over. Close it
     * @throws java.util.concurrent.CancellationException if the thread is interrupted during a wait
     */
    public Report sales(SalesReportRequest request, Wait wait) {
        return await(request, wait);
    }

    /** Requests a finance report; otherwise like {@link #sales(SalesReportRequest)}. */
    public Report finance(FinanceReportRequest request) {
        return calls.open(request, null);
    }

    /** Waits for a finance report; otherwise like {@link #sales(SalesReportRequest, Wait)}. */
    public Report finance(FinanceReportRequest request, Wait wait) {
        return await(request, wait);
    }

    /**
     * Downloads a report to a folder, under the name that Apple gives it: see {@link ReportRequest#fileName()}.
     *
     * <p>The file is complete or absent, and replaces an existing one. If there will never be such a report, a small file
     * with the ending {@code .none} says so.
     *
     * @param folder is created if it does not exist
     * @throws java.io.UncheckedIOException if the file cannot be written
     */
    public ReportFile download(ReportRequest request, Path folder) {
        return ReportFolder.in(folder).store(request, () -> calls.open(request, null));
    }

    /**
     * Returns a download of many reports, such as all days of a year for several vendors, which {@link Backfill#run} starts.
     *
     * @param requests in the order in which the reports are to be delivered
     * @param folder where the reports are kept, and found again by the next run; is created if it does not exist
     */
    public Backfill backfill(List<? extends ReportRequest> requests, Path folder) {
        return new Backfill(requests, folder, request -> calls.open(request, throttle));
    }

    /**
     * Returns the analytics reports of an app.
     *
     * @param appId the app's ID, digits
     */
    public Analytics analytics(String appId) {
        return new Analytics(asc, poller, appId);
    }

    private Report await(ReportRequest request, Wait wait) {
        return poller.poll(wait.schedule(), () -> calls.open(request, null), Reports::nextAttempt);
    }

    private static @Nullable Instant nextAttempt(Report report) {
        return report.state() == ReportState.NOT_YET ? Objects.requireNonNull(report.expectedAt()) : null;
    }
}
