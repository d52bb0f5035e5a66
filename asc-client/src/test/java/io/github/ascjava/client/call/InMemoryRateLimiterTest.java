package io.github.ascjava.client.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ascjava.auth.ApiKey;
import io.github.ascjava.client.TestKeys;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When the rate limiter of a program lets requests pass. */
class InMemoryRateLimiterTest {

    private static final Duration LONG = Duration.ofHours(10);
    private static final ApiKey KEY = TestKeys.team();

    private final ManualTime time = new ManualTime();
    private final RateLimiter limiter = RateLimiter.inMemory(time, time);

    @Test
    void beforeAnythingIsKnownRequestsGoAtOnce() {
        assertThat(atOnce(1_000)).isEqualTo(1_000);
    }

    @ParameterizedTest
    @CsvSource({"3600, 3600, 3240", "3600, 361, 1", "3600, 360, 0", "3600, 0, 0", "3600, -1, 0", "10, 10, 9", "1, 1, 0"
    })
    void whatIsLeftBeyondATenthGoesAtOnce(int limit, int remaining, int expected) {
        answer(hour(limit, remaining));

        assertThat(atOnce(4_000)).isEqualTo(expected);
    }

    /** So that the remaining requests would last for the whole hour or minute. */
    @ParameterizedTest
    @CsvSource({
        "hour, 3600, 360, 10",
        "hour, 3600, 180, 20",
        "hour, 3600, 60, 60",
        "minute, 150, 15, 4",
        "minute, 150, 10, 6",
        "minute, 150, 5, 12"
    })
    void theLastTenthGoesTheMoreSlowlyTheLessIsLeft(String period, int limit, int remaining, int seconds) {
        answer(period.equals("hour") ? hour(limit, remaining) : minute(limit, remaining));

        assertThat(due(3))
                .containsExactly(
                        Duration.ofSeconds(seconds),
                        Duration.ofSeconds(2L * seconds),
                        Duration.ofSeconds(3L * seconds));
    }

    /** Only sending a request shows whether the quota has been restored. */
    @ParameterizedTest
    @CsvSource({
        "hour, 3600, 1, 60",
        "hour, 3600, 0, 60",
        "hour, 3600, -1, 60",
        "minute, 150, 0, 15",
        "minute, 150, -1, 15"
    })
    void aBudgetThatIsUsedUpIsTriedAllTheSame(String period, int limit, int remaining, int seconds) {
        answer(period.equals("hour") ? hour(limit, remaining) : minute(limit, remaining));

        assertThat(due(1)).containsExactly(Duration.ofSeconds(seconds));
    }

    @Test
    void theTighterOfTwoBudgetsDecides() {
        answer(new RateLimit(3600, 3000, 150, 15));
        assertThat(due(1)).containsExactly(Duration.ofSeconds(4));

        time.pass(Duration.ofMinutes(2));
        answer(new RateLimit(3600, 360, 150, 150));
        assertThat(due(1)).containsExactly(Duration.ofSeconds(10));
    }

    @ParameterizedTest
    @ValueSource(strings = {"no limit", "no remainder", "limit of nothing", "the other budget"})
    void anIncompleteResponseChangesNothing(String kind) {
        answer(hour(3600, 360));
        answer(
                switch (kind) {
                    case "no limit" -> new RateLimit(null, 3000, null, null);
                    case "no remainder" -> new RateLimit(3600, null, null, null);
                    case "limit of nothing" -> hour(0, 0);
                    default -> minute(150, 150);
                });

        assertThat(due(1)).containsExactly(Duration.ofSeconds(10));
    }

    @Test
    void aBudgetThatHasComeBackIsUsedAtOnce() {
        answer(hour(3600, 0));
        answer(hour(3600, 3600));

        assertThat(atOnce(4_000)).isEqualTo(3_240);
    }

    @Test
    void savedPermitsDoNotExceedTheLimit() {
        answer(hour(10, 0));
        time.pass(Duration.ofDays(10));

        assertThat(atOnce(1_000)).isEqualTo(10);
    }

    @Test
    void budgetsAreKeptByKey() {
        answer(hour(3600, 0));

        assertThat(limiter.acquire(TestKeys.individual(), Duration.ZERO)).isCompletedWithValue(true);
        assertThat(limiter.acquire(KEY, Duration.ZERO)).isCompletedWithValue(false);
    }

    @Test
    void aRequestThatCannotBeSentInTimeIsRejectedAtOnceAndUsesNoPermit() {
        answer(hour(3600, 360));
        for (int i = 0; i < 100; i++) {
            assertThat(limiter.acquire(KEY, Duration.ofMillis(9_999))).isCompletedWithValue(false);
        }

        assertThat(limiter.acquire(KEY, Duration.ofSeconds(10))).isNotDone();
        assertThat(limiter.acquire(KEY, Duration.ofSeconds(20))).isNotDone();
        assertThat(limiter.acquire(KEY, Duration.ofSeconds(29))).isCompletedWithValue(false);
    }

    /** Apple's response does not include them yet, and may be older than those to others of them. */
    @Test
    void requestsUnderWayAreCountedAsSentAndAsManyAreSentSlowly() {
        assertThat(atOnce(64)).isEqualTo(64);

        answer(minute(150, 149));
        assertThat(atOnce(200)).isEqualTo(149 - 63 - 63);
    }

    /** 63 of the 70 requests that Apple has left are reserved; the other seven have to last for the minute. */
    @Test
    void requestsUnderWayMakeTheLastOnesGoTheMoreSlowly() {
        assertThat(atOnce(64)).isEqualTo(64);

        answer(minute(150, 70));
        assertThat(due(1)).containsExactly(Duration.ofMillis(8_572));
    }

    @Test
    void requestsWithoutAResponseAreForgottenAfterAMinute() {
        assertThat(atOnce(64)).isEqualTo(64);
        time.pass(Duration.ofMillis(60_001));

        answer(minute(150, 149));
        assertThat(atOnce(200)).isEqualTo(149 - 15);
    }

    @Test
    void requestsThatWaitAreSentWhenTheBudgetHasComeBack() {
        answer(hour(3600, 1));
        List<Integer> granted = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            int number = i;
            CompletableFuture<Void> unused = limiter.acquire(KEY, LONG).thenAccept(permit -> granted.add(number));
        }
        assertThat(granted).isEmpty();

        answer(hour(3600, 3600));
        assertThat(granted).hasSize(20).isSorted();
    }

    @Test
    void permitsAreGrantedInTheOrderOfRequests() {
        answer(hour(3600, 360));
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            int number = i;
            assertThat(limiter.acquire(KEY, LONG).thenAccept(granted -> order.add(number)))
                    .isNotDone();
        }
        time.pass(LONG);

        assertThat(order).isSorted().hasSize(20);
    }

    @Test
    void thePermitOfACancelledCallIsAvailableAfterTheNextResponse() {
        answer(hour(3600, 360));
        List<CompletableFuture<Boolean>> waiting = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            waiting.add(limiter.acquire(KEY, LONG));
        }
        waiting.forEach(permit -> permit.cancel(true));

        answer(hour(3600, 360));
        assertThat(due(1)).containsExactly(Duration.ofSeconds(10));
    }

    @Test
    void anotherThreadGetsItsTurnAfterACallWasCancelled() {
        answer(hour(3600, 360));
        limiter.acquire(KEY, LONG).cancel(true);

        CompletableFuture<Boolean> other = CompletableFuture.supplyAsync(
                () -> limiter.acquire(KEY, Duration.ZERO).join());
        assertThat(other).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(false);
    }

    @Test
    void theTimerOfACancelledCallIsCancelled() {
        CompletableFuture<Void> slept = new CompletableFuture<>();
        RateLimiter mine = RateLimiter.inMemory(time, duration -> slept);
        mine.onRateLimit(KEY, hour(3600, 0));

        mine.acquire(KEY, LONG).cancel(true);
        assertThat(slept).isCancelled();
    }

    @Test
    void aSleeperThatDoesNotWaitLetsRequestsGo() {
        RateLimiter mine = RateLimiter.inMemory(time, duration -> CompletableFuture.completedFuture(null));
        mine.onRateLimit(KEY, hour(3600, 0));

        for (int i = 0; i < 100; i++) {
            assertThat(mine.acquire(KEY, LONG)).isCompletedWithValue(true);
        }
    }

    @Test
    void concurrentThreadsDoNotExceedTheLimit() throws Exception {
        answer(hour(3600, 3600));
        ExecutorService executor = Executors.newFixedThreadPool(16);
        try {
            Callable<Integer> some = () -> atOnce(400);
            int all = 0;
            for (Future<Integer> future : executor.invokeAll(Collections.nCopies(16, some))) {
                all += future.get();
            }
            assertThat(all).isEqualTo(3_240);
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void theLimiterOfAProgramIsMeasuredByARealClock() {
        RateLimiter real = RateLimiter.inMemory();
        real.onRateLimit(KEY, hour(3_600_000, 360_000));

        assertThat(real.acquire(KEY, Duration.ofMillis(5))).isCompletedWithValue(false);
        assertThat(real.acquire(KEY, LONG))
                .succeedsWithin(Duration.ofSeconds(10))
                .isEqualTo(true);
    }

    /** Against sliding windows like Apple's, with as many workers as given, for ten minutes. */
    @ParameterizedTest
    @CsvSource({"1, 1300, 0", "8, 1350, 0", "64, 1400, 0"})
    void workersStayWithinTheirBudget(int workers, int leastDone, int mostRefused) {
        ManualTime.RollingBudget minute = new ManualTime.RollingBudget(time, 150, Duration.ofMinutes(1));
        Work work = new Work(minute, workers);
        time.pass(Duration.ofMinutes(10));

        assertThat(work.done).isBetween(leastDone, 1_500);
        assertThat(work.refused).isLessThanOrEqualTo(mostRefused);
    }

    private void answer(RateLimit limit) {
        limiter.onRateLimit(KEY, limit);
    }

    private int atOnce(int requests) {
        int granted = 0;
        for (int i = 0; i < requests; i++) {
            granted += limiter.acquire(KEY, Duration.ZERO).join() ? 1 : 0;
        }
        return granted;
    }

    /** Returns how long so many requests wait. */
    private List<Duration> due(int requests) {
        List<Duration> due = new ArrayList<>();
        Instant start = time.instant();
        for (int i = 0; i < requests; i++) {
            CompletableFuture<Void> unused =
                    limiter.acquire(KEY, LONG).thenAccept(granted -> due.add(Duration.between(start, time.instant())));
        }
        time.pass(Duration.ofMinutes(5));
        return due;
    }

    private static RateLimit hour(@Nullable Integer limit, @Nullable Integer remaining) {
        return new RateLimit(limit, remaining, null, null);
    }

    private static RateLimit minute(int limit, int remaining) {
        return new RateLimit(null, null, limit, remaining);
    }

    /** Workers that send one request after the other; each takes a few hundred milliseconds. */
    private final class Work {

        private final Random random = new Random(1);
        private final ManualTime.RollingBudget budget;
        private int done;
        private int refused;

        Work(ManualTime.RollingBudget budget, int workers) {
            this.budget = budget;
            for (int i = 0; i < workers; i++) {
                next();
            }
        }

        private void next() {
            CompletableFuture<Void> unused = limiter.acquire(KEY, Duration.ofMinutes(2))
                    .thenAccept(granted -> {
                        if (granted) {
                            time.in(Duration.ofMillis(75 + random.nextInt(150)), this::arrive);
                        } else {
                            time.in(Duration.ofSeconds(1), this::next);
                        }
                    });
        }

        private void arrive() {
            boolean fits = budget.remaining() > 0;
            if (fits) {
                budget.use();
                done++;
            } else {
                refused++;
            }
            RateLimit said = minute(budget.limit(), budget.remaining());
            time.in(Duration.ofMillis(75 + random.nextInt(150)), () -> {
                answer(said);
                next();
            });
        }
    }
}
