package io.github.ascjava.benchmarks.reports;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.reports.ReportFile;
import io.github.ascjava.reports.Reports;
import io.github.ascjava.reports.SalesReportRequest;
import io.github.ascjava.testing.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Downloads the sales of a year from a sandbox: one day after the other, with a backfill, and with a backfill under a limit per
 * minute.
 *
 * <p>Run by {@code scripts/backfill}. The sandbox responds after 100 ms; waits take real time.
 */
public final class BackfillTimes {

    private static final String VENDOR = "85012345";
    private static final int DAYS = 365;
    private static final Duration RESPONSE_TIME = Duration.ofMillis(100);
    private static final int PER_MINUTE = 300;
    /** The first 300 requests take no wait, the others have to wait until these are a minute old. */
    private static final double SECONDS_THAT_THE_LIMIT_TAKES = 60;

    private static final double NANOS = 1e9;
    private static final double FASTER_BY = 6;
    private static final double AT_MOST = 1.1;

    private BackfillTimes() {}

    /** Measures; ends with status 1 if a target is missed. */
    public static void main(String[] args) throws IOException {
        double loop = seconds(0, BackfillTimes::loop);
        double backfill = seconds(0, BackfillTimes::backfill);
        double limited = seconds(PER_MINUTE, BackfillTimes::backfill);
        print("one day after the other", loop);
        print("backfill", backfill);
        print("backfill, 300 requests a minute", limited);
        double faster = loop / backfill;
        double slower = limited / SECONDS_THAT_THE_LIMIT_TAKES;
        System.out.printf(Locale.ROOT, "The backfill is %.1f times as fast (target: %.0f).%n", faster, FASTER_BY);
        System.out.printf(Locale.ROOT, "It takes %.2f times what the limit takes (target: %.1f).%n", slower, AT_MOST);
        System.exit(faster >= FASTER_BY && slower <= AT_MOST ? 0 : 1);
    }

    private static double seconds(int perMinute, Download download) throws IOException {
        Path folder = Files.createTempDirectory("backfill");
        try (Sandbox sandbox = Sandbox.builder().requestsPerMinute(perMinute).start();
                AppStoreConnect asc = AppStoreConnect.builder(sandbox.key())
                        .baseUrl(sandbox.baseUrl())
                        .build()) {
            Reports reports = Reports.of(asc);
            LocalDate yesterday = LocalDate.now(ZoneOffset.UTC).minusDays(2);
            List<SalesReportRequest> days = SalesReportRequest.days(VENDOR, yesterday.minusDays(DAYS - 2L), yesterday);
            // Loads the classes of both sides.
            reports.download(SalesReportRequest.daily(VENDOR, yesterday.minusDays(DAYS - 1L)), folder);
            sandbox.reset();
            if (perMinute == 0) {
                days.forEach(day -> sandbox.delayNext(RESPONSE_TIME));
            }
            long start = System.nanoTime();
            download.run(reports, days, folder);
            double seconds = (System.nanoTime() - start) / NANOS;
            if (sandbox.requests().size() != days.size()
                    || sandbox.requests().stream().anyMatch(request -> request.status() == 429)) {
                throw new IllegalStateException("The requests were not one for each day: "
                        + sandbox.requests().size());
            }
            return seconds;
        } finally {
            delete(folder);
        }
    }

    private static void loop(Reports reports, List<SalesReportRequest> days, Path folder) {
        days.forEach(day -> reports.download(day, folder));
    }

    private static void backfill(Reports reports, List<SalesReportRequest> days, Path folder) {
        reports.backfill(days, folder).run(BackfillTimes::ignore);
    }

    private static void ignore(ReportFile file) {}

    private static void print(String what, double seconds) {
        System.out.printf(Locale.ROOT, "%-36s %6.1f s%n", what, seconds);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    /** Downloads the reports of days. */
    @FunctionalInterface
    private interface Download {

        void run(Reports reports, List<SalesReportRequest> days, Path folder);
    }
}
