package io.github.ascjava.examples.fleet;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.testing.Sandbox;
import io.lettuce.core.RedisConnectionException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * Two clients that share one budget through a Redis, against a demo server of their own.
 *
 * <p>Eight requests go at once, the others at five a second, whichever client they come from. Start it a second time while
 * it runs, and all four clients share the five.
 */
public final class FleetExample {

    private static final int PER_HOUR = 18_000;
    private static final int AT_ONCE = 8;
    private static final int EACH = 10;

    private FleetExample() {}

    /** Takes the URI of the Redis, or looks for one on this machine. */
    public static void main(String[] args) throws Exception {
        String redis = args.length == 0 ? "redis://127.0.0.1:6379" : args[0];
        try {
            run(redis, System.out);
        } catch (RedisConnectionException e) {
            System.err.println(
                    e.getMessage() + ". Start redis-server, or name another one: FleetExample redis://HOST:PORT");
            System.exit(1);
        }
    }

    static void run(String redis, PrintStream out) throws Exception {
        // Each client has a limiter and a connection of its own, as if it ran on another machine.
        try (Sandbox sandbox = Sandbox.start();
                RedisRateLimiter limiterOfA = RedisRateLimiter.connect(redis, PER_HOUR, AT_ONCE);
                RedisRateLimiter limiterOfB = RedisRateLimiter.connect(redis, PER_HOUR, AT_ONCE);
                AppStoreConnect clientA = client(sandbox, limiterOfA);
                AppStoreConnect clientB = client(sandbox, limiterOfB)) {
            Instant start = Instant.now();
            Thread other = new Thread(() -> work("B", clientB, start, out));
            other.start();
            work("A", clientA, start, out);
            other.join();
        }
    }

    private static AppStoreConnect client(Sandbox sandbox, RedisRateLimiter limiter) {
        return AppStoreConnect.builder(sandbox.key())
                .baseUrl(sandbox.baseUrl())
                .options(o -> o.rateLimiter(limiter))
                .build();
    }

    private static void work(String name, AppStoreConnect asc, Instant start, PrintStream out) {
        for (int i = 1; i <= EACH; i++) {
            asc.apps().list(q -> q.limit(1)).execute();
            double seconds = Duration.between(start, Instant.now()).toMillis() / 1000.0;
            out.printf(Locale.ROOT, "%6.2f s  client %s  request %d%n", seconds, name, i);
        }
    }
}
