package io.github.ascjava.client.call;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import okio.AsyncTimeout;

/**
 * Waits by Okio's watchdog, the daemon thread that OkHttp's timeouts run on, too.
 *
 * <p>It ends after a minute without work. The scheduler of {@link CompletableFuture} does not: on JDK 17 its thread keeps
 * the class loader of the application that first used it for as long as the JVM runs.
 */
final class SystemSleeper implements Sleeper {

    /** Some 146 years; Okio compares times by their difference, which must not overflow. */
    private static final long LONGEST_NANOS = Long.MAX_VALUE / 2;

    @Override
    public CompletableFuture<Void> sleep(Duration duration) {
        CompletableFuture<Void> slept = new CompletableFuture<>();
        AsyncTimeout timeout = new AsyncTimeout() {
            @Override
            protected void timedOut() {
                slept.complete(null);
            }
        };
        // To Okio, zero means no timeout.
        long nanos = Math.max(1, Math.min(TimeUnit.NANOSECONDS.convert(duration), LONGEST_NANOS));
        timeout.timeout(nanos, TimeUnit.NANOSECONDS);
        timeout.enter();
        CompletableFuture<Void> unused = slept.whenComplete((done, failure) -> timeout.exit());
        return slept;
    }
}
