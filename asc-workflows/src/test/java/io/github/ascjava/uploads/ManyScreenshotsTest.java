package io.github.ascjava.uploads;

import static io.github.ascjava.uploads.TestFiles.LIST;
import static io.github.ascjava.uploads.TestFiles.PARTS;
import static io.github.ascjava.uploads.TestFiles.SCREENSHOT;
import static io.github.ascjava.uploads.TestFiles.SCREENSHOTS;
import static io.github.ascjava.uploads.TestFiles.requests;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.call.Sleeper;
import io.github.ascjava.testing.RecordedRequest;
import io.github.ascjava.testing.ResourceObject;
import io.github.ascjava.testing.Sandbox;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many screenshots take three requests each, and share those that wait for Apple. */
class ManyScreenshotsTest {

    private static final int SETS = 4;
    private static final int PER_SET = 10;
    private static final int THREADS = 20;

    @TempDir
    Path folder;

    @Test
    void takeThreeRequestsEachAndOneListPerSetAndSecond() throws Exception {
        FastClock clock = new FastClock();
        Sleeper sleeper = duration -> CompletableFuture.runAsync(
                () -> {},
                CompletableFuture.delayedExecutor(
                        duration.toNanos() / FastClock.FACTOR, TimeUnit.NANOSECONDS, Runnable::run));
        try (Sandbox sandbox = Sandbox.builder()
                        .empty()
                        .clock(clock)
                        .requestsPerHour(0)
                        .start();
                AppStoreConnect asc = sandbox.clientBuilder()
                        .options(o -> o.clock(clock).sleeper(sleeper))
                        .build()) {
            for (int set = 0; set < SETS; set++) {
                sandbox.add(ResourceObject.of("appScreenshotSets", "set-" + set)
                        .attribute("screenshotDisplayType", "APP_IPHONE_67"));
            }

            uploadAll(Uploads.of(asc));

            int all = SETS * PER_SET;
            assertThat(requests(sandbox, "POST", SCREENSHOTS)).hasSize(all);
            assertThat(requests(sandbox, "PUT", PARTS)).hasSize(all);
            assertThat(requests(sandbox, "PATCH", SCREENSHOT)).hasSize(all);
            assertThat(requests(sandbox, "GET", SCREENSHOT)).isEmpty();
            List<RecordedRequest> lists = requests(sandbox, "GET", LIST);
            assertThat(sandbox.requests()).hasSize(3 * all + lists.size());
            Duration took = Duration.between(sandbox.requests().get(0).at(), clock.instant());
            assertThat((long) lists.size()).isLessThanOrEqualTo(SETS * (took.toSeconds() + 1));
        }
    }

    private void uploadAll(Uploads uploads) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < SETS * PER_SET; i++) {
                String set = "set-" + i % SETS;
                Path file = TestFiles.write(folder.resolve(i + ".png"), 100 + i);
                running.add(threads.submit(() -> uploads.appStore().screenshot(set, file)));
            }
            for (Future<?> each : running) {
                each.get();
            }
        } finally {
            threads.shutdown();
        }
    }

    /** Runs ten times as fast as time. */
    private static final class FastClock extends Clock {

        static final int FACTOR = 10;

        private final Instant start = Instant.parse("2026-11-30T12:00:00Z");
        private final long began = System.nanoTime();

        @Override
        public Instant instant() {
            return start.plusNanos((System.nanoTime() - began) * FACTOR);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
