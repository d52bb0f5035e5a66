package io.github.ascjava.reports;

import static io.github.ascjava.reports.TestReports.NOW;
import static io.github.ascjava.reports.TestReports.SOLD;
import static io.github.ascjava.reports.TestReports.TODAY;
import static io.github.ascjava.reports.TestReports.VENDOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.call.RateLimiter;
import io.github.ascjava.client.call.RetryPolicy;
import io.github.ascjava.client.error.ServerException;
import io.github.ascjava.testing.RecordedRequest;
import io.github.ascjava.testing.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackfillTest {

    private static final String PATH = "/v1/salesReports";

    @TempDir
    Path folder;

    private final Sandbox sandbox = TestReports.sandbox().requestsPerHour(0).start();
    private final Reports reports = Reports.of(sandbox.client());

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void reportsAreDeliveredInTheOrderOfTheirDates() {
        sandbox.delayNext(Duration.ofMillis(50));
        List<SalesReportRequest> days = lastDays(60);
        List<ReportFile> delivered = new ArrayList<>();
        reports.backfill(days, folder).run(delivered::add);
        assertThat(delivered).extracting(ReportFile::request).containsExactlyElementsOf(days);
        assertThat(delivered)
                .filteredOn(file -> file.state() == ReportState.AVAILABLE)
                .hasSizeGreaterThan(50)
                .allSatisfy(file -> assertThat(file.path()).exists());
    }

    @Test
    void severalVendorsAndKindsOfReportsMix() {
        List<ReportRequest> mixed = new ArrayList<>(lastDays(3));
        mixed.add(SalesReportRequest.subscriptions(VENDOR, SOLD));
        mixed.add(FinanceReportRequest.detail(VENDOR, FiscalMonth.parse("2026-12")));
        List<String> files = new ArrayList<>();
        reports.backfill(mixed, folder).run(file -> files.add(file.request().fileName()));
        assertThat(files)
                .containsExactlyElementsOf(
                        mixed.stream().map(ReportRequest::fileName).toList());
        assertThat(folder.resolve(SalesReportRequest.subscriptions(VENDOR, SOLD).fileName()))
                .exists();
        assertThat(folder.resolve("85012345_1226_Z1.txt.gz")).exists();
    }

    @Test
    void daysWithoutSalesAreRemembered() {
        LocalDate quiet = TestReports.quietDay(reports);
        sandbox.reset();
        List<ReportState> states = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            Reports.of(sandbox.client())
                    .backfill(List.of(SalesReportRequest.daily(VENDOR, quiet)), folder)
                    .run(file -> {
                        states.add(file.state());
                        assertThat(file.detail()).isEqualTo("There were no sales for the date specified.");
                    });
        }
        assertThat(states).containsExactly(ReportState.NO_SALES, ReportState.NO_SALES);
        assertThat(sandbox.requests()).hasSize(1);
    }

    @Test
    void reportsThatAppleNoLongerKeepsAreRemembered() {
        for (int i = 0; i < 2; i++) {
            reports.backfill(List.of(SalesReportRequest.daily(VENDOR, TODAY.minusYears(2))), folder)
                    .run(file -> assertThat(file.state()).isEqualTo(ReportState.NO_LONGER));
        }
        assertThat(sandbox.requests()).hasSize(1);
    }

    @Test
    void reportsThatAreNotMadeYetAreRequestedAgain() {
        List<ReportState> states = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            reports.backfill(List.of(SalesReportRequest.daily(VENDOR, TODAY)), folder)
                    .run(file -> states.add(file.state()));
            sandbox.advanceTime(Duration.ofDays(1));
        }
        assertThat(states).containsExactly(ReportState.NOT_YET, ReportState.AVAILABLE);
    }

    /** Stopped by the consumer and by interrupts in turn. */
    @Test
    void aBackfillThatIsStoppedAndResumedTwentyTimesRequestsEachReportOnce() {
        List<SalesReportRequest> days = lastDays(365);
        Random random = new Random(20261130);
        for (int stop = 0; stop < 20; stop++) {
            int at = 1 + random.nextInt(days.size() - 1);
            boolean interrupt = stop % 2 == 0;
            AtomicInteger delivered = new AtomicInteger();
            assertThatThrownBy(() -> Reports.of(sandbox.client())
                            .backfill(days, folder)
                            .run(file -> {
                                if (delivered.incrementAndGet() == at) {
                                    stop(interrupt);
                                }
                            }))
                    .isInstanceOf(CancellationException.class);
            assertThat(Thread.interrupted()).isEqualTo(interrupt);
        }
        List<ReportFile> all = new ArrayList<>();
        reports.backfill(days, folder).run(all::add);

        assertThat(all).extracting(ReportFile::request).containsExactlyElementsOf(days);
        assertThat(requestsByDay().values()).containsOnly(1L);
        assertThat(requestsByDay()).hasSize(365);
    }

    @Test
    void aStoppedBackfillLeavesNoThreadAndNoPartOfAFile() throws IOException {
        for (int i = 0; i < 10; i++) {
            sandbox.delayNext(Duration.ofMillis(100));
        }
        assertThatThrownBy(() -> reports.backfill(lastDays(60), folder).run(file -> stop(false)))
                .isInstanceOf(CancellationException.class);
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain("asc-backfill");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isNotEmpty().noneMatch(file -> file.toString().endsWith(".part"));
        }
    }

    @Test
    void aFailedReportEndsTheRunWhenItsTurnComes() {
        AppStoreConnect withoutRetries = sandbox.clientBuilder()
                .options(o -> o.retryPolicy(RetryPolicy.NONE))
                .build();
        List<SalesReportRequest> days = lastDays(30);
        List<ReportFile> delivered = new ArrayList<>();
        sandbox.on("GET", PATH).failNext(500);
        Backfill backfill = Reports.of(withoutRetries).backfill(days, folder).parallelism(1);

        assertThatThrownBy(() -> backfill.run(delivered::add)).isInstanceOf(ServerException.class);
        assertThat(delivered).isEmpty();
        assertThatCode(() -> backfill.run(delivered::add)).doesNotThrowAnyException();
        assertThat(delivered).hasSize(30);
        withoutRetries.close();
    }

    @Test
    void progressIsReported() {
        reports.backfill(lastDays(5), folder).run(file -> {});
        ConcurrentLinkedQueue<BackfillProgress> progress = new ConcurrentLinkedQueue<>();
        reports.backfill(lastDays(20), folder).onProgress(progress::add).run(file -> {});
        assertThat(progress).hasSize(20).extracting(BackfillProgress::total).containsOnly(20);
        assertThat(progress)
                .extracting(BackfillProgress::done)
                .containsAll(IntStream.rangeClosed(1, 20).boxed().toList());
        assertThat(progress).extracting(BackfillProgress::requested).contains(15);
    }

    /**
     * At 300 a minute, 365 requests can be sent at 0 and 60 seconds. 900 take three minutes on average; the limiter keeps a
     * tenth of each minute for other programs until its end.
     */
    @ParameterizedTest
    @CsvSource({"365, false, 60, 66", "365, true, 60, 66", "900, false, 120, 198"})
    void aLimitPerMinuteIsUsedUpAndNeverExceeded(int number, boolean limiterOfClient, int atLeast, int atMost) {
        sandbox.limitRequests(0, 300);
        List<SalesReportRequest> requests = new ArrayList<>(lastDays(300));
        lastDays(300)
                .forEach(day -> requests.add(
                        SalesReportRequest.subscriptions(VENDOR, day.period().last())));
        lastDays(300)
                .forEach(day -> requests.add(SalesReportRequest.subscriptionEvents(
                        VENDOR, day.period().last())));
        try (VirtualTime time = new VirtualTime(sandbox);
                AppStoreConnect asc = sandbox.clientBuilder()
                        .options(o -> {
                            o.sleeper(time).listener(time);
                            if (limiterOfClient) {
                                o.rateLimiter(RateLimiter.inMemory(sandbox.clock(), time));
                            }
                        })
                        .build()) {
            Reports.of(asc).backfill(requests.subList(0, number), folder).run(file -> {});
        }
        assertThat(sandbox.requests())
                .extracting(RecordedRequest::status)
                .hasSize(number)
                .doesNotContain(429);
        Duration taken = Duration.between(NOW, sandbox.clock().instant());
        assertThat(taken).isBetween(Duration.ofSeconds(atLeast), Duration.ofSeconds(atMost));
    }

    @Test
    void twoRequestsForOneFileAreRejected() {
        SalesReportRequest day = SalesReportRequest.daily(VENDOR, SOLD);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> reports.backfill(List.of(day, day.withVersion("1_1")), folder))
                .withMessageContaining(day.fileName());
    }

    private static void stop(boolean interrupt) {
        if (interrupt) {
            Thread.currentThread().interrupt();
        } else {
            throw new CancellationException("The consumer has enough.");
        }
    }

    private static List<SalesReportRequest> lastDays(int count) {
        return SalesReportRequest.days(VENDOR, TODAY.minusDays(count), TODAY.minusDays(1));
    }

    private Map<String, Long> requestsByDay() {
        return sandbox.requests().stream()
                .map(RecordedRequest::url)
                .map(url -> String.valueOf(url.queryParameter("filter[reportDate]")))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }
}
