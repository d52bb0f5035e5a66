package io.github.ascjava.benchmarks.soak;

import io.github.ascjava.auth.ApiKey;
import io.github.ascjava.auth.TeamKey;
import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.call.RetryPolicy;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import okhttp3.OkHttpClient;

/**
 * Makes thousands of calls on many threads to a server that often fails, and counts unexpected outcomes.
 *
 * <p>Every call has to end with the right value or the right exception after the right number of attempts. Afterwards
 * no connection may be in use or open, no thread of the library may be alive, and the live heap must have its early
 * size.
 */
public final class Soak {

    private static final int ROUNDS = 10;
    /** By the second round, all code has run and all pools are filled. */
    private static final int FIRST_FLAT_ROUND = 2;

    private static final long MOST_GROWTH = 4L << 20;
    private static final double SHARE_OF_FAULTS = 0.07;
    private static final Duration LONGEST_ROUND = Duration.ofMinutes(3);
    private static final Duration LONGEST_CALL = Duration.ofMinutes(1);
    /** OkHttp's threads end after a minute without work, Okio's a minute after the longest timeout. */
    private static final Duration LONGEST_END = LONGEST_CALL.plusSeconds(75);

    /** Referenced, because a logger that is garbage-collected loses its level. */
    private static final Logger OKHTTP = Logger.getLogger(OkHttpClient.class.getName());

    private final long seed;
    private final int calls;
    private final int threads;
    private final Tally tally = new Tally();
    private final List<Long> heap = new ArrayList<>();

    private Soak(long seed, int calls, int threads) {
        this.seed = seed;
        this.calls = calls;
        this.threads = threads;
    }

    /**
     * Runs the soak test, and ends with status 1 if there was any problem.
     *
     * @param args the seed, the number of calls and the number of threads; the defaults are 1, 10,000 and 64
     */
    public static void main(String[] args) throws Exception {
        long seed = args.length > 0 ? Long.parseLong(args[0]) : 1;
        int calls = args.length > 1 ? Integer.parseInt(args[1]) : 10_000;
        int threads = args.length > 2 ? Integer.parseInt(args[2]) : 64;
        Soak soak = new Soak(seed, calls, threads);
        soak.run();
        System.exit(soak.tally.violations() == 0 ? 0 : 1);
    }

    private void run() throws IOException, GeneralSecurityException, InterruptedException {
        watchForLeaks();
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        long start = System.nanoTime();
        row("Java " + Runtime.version() + ", seed", seed);
        Attempts attempts = new Attempts();
        try (SoakServer server = new SoakServer(new FaultPlan(seed, SHARE_OF_FAULTS))) {
            AppStoreConnect asc = client(server, attempts);
            SoakCalls maker = new SoakCalls(asc, server, attempts, tally, seed);
            for (int round = 0; round < ROUNDS; round++) {
                round(maker, (long) calls * round / ROUNDS, (long) calls * (round + 1) / ROUNDS);
                settle(asc, server);
            }
            row("seconds", (System.nanoTime() - start) / 1_000_000_000);
            asc.close();
            check("connections open after close", server::open);
            report(server, attempts);
        }
        checkHeap();
        checkThreads(before);
        tally.printViolations();
        row("violations", tally.violations());
    }

    private AppStoreConnect client(SoakServer server, Attempts attempts) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        TeamKey key = ApiKey.team(
                "57246542-96fe-1a63-e053-0824d011072a",
                "2X9R4HXF34",
                generator.generateKeyPair().getPrivate());
        return AppStoreConnect.builder(key)
                .baseUrl(server.url())
                .options(o -> o.retryPolicy(
                                new RetryPolicy(SoakCalls.RETRIES, Duration.ofMillis(5), Duration.ofMillis(100)))
                        .timeout(LONGEST_CALL)
                        .listener(attempts))
                .build();
    }

    private void round(SoakCalls maker, long from, long to) throws InterruptedException {
        AtomicInteger next = new AtomicInteger((int) from);
        List<Thread> workers = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            Thread worker = new Thread(() -> work(maker, next, (int) to), "soak");
            worker.setDaemon(true);
            worker.start();
            workers.add(worker);
        }
        long end = System.nanoTime() + LONGEST_ROUND.toNanos();
        for (Thread worker : workers) {
            worker.join(Math.max(1, (end - System.nanoTime()) / 1_000_000));
            if (worker.isAlive()) {
                tally.violation("A call did not end: " + List.of(worker.getStackTrace()));
                tally.printViolations();
                System.exit(1);
            }
        }
    }

    private void work(SoakCalls maker, AtomicInteger next, int to) {
        for (int call; (call = next.getAndIncrement()) < to; ) {
            try {
                maker.make(call);
            } catch (RuntimeException | Error e) {
                tally.violation("Call " + call + " threw " + e);
            }
        }
    }

    /** Between two rounds no call is in progress. */
    private void settle(AppStoreConnect asc, SoakServer server) throws InterruptedException {
        OkHttpClient client = asc.httpClient();
        check(
                "calls under way after a round",
                () -> client.dispatcher().runningCallsCount()
                        + client.dispatcher().queuedCallsCount());
        check(
                "connections in use after a round",
                () -> client.connectionPool().connectionCount()
                        - client.connectionPool().idleConnectionCount());
        server.forget();
        heap.add(LiveHeap.bytes());
    }

    private void check(String what, java.util.function.IntSupplier count) throws InterruptedException {
        if (!comes(() -> count.getAsInt() == 0, Duration.ofSeconds(10))) {
            tally.violation(count.getAsInt() + " " + what);
        }
    }

    private void report(SoakServer server, Attempts attempts) {
        tally.print();
        row("outcomes in total", tally.ended());
        row("attempts", attempts.begun());
        row("requests received", server.requests());
        row("connections", server.connections());
        long faults = 0;
        for (Fault fault : Fault.values()) {
            row("fault " + fault.name().toLowerCase(Locale.ROOT).replace('_', ' '), server.faults(fault));
            faults += server.faults(fault);
        }
        System.out.printf(
                Locale.ROOT, "%-50s %10.1f%n", "faults, % of all responses", 100.0 * faults / server.requests());
        if (attempts.begun() != attempts.ended()) {
            // A cancelled attempt ends, too, but after its future.
            tally.violation("Listeners were notified of " + attempts.begun() + " attempts and of " + attempts.ended()
                    + " ends.");
        }
    }

    private void checkHeap() {
        long least = Long.MAX_VALUE;
        long most = 0;
        for (int round = 0; round < heap.size(); round++) {
            System.out.printf(
                    Locale.ROOT,
                    "%-50s %10.2f%n",
                    "live heap after round " + (round + 1) + ", MiB",
                    heap.get(round) / 1048576.0);
            if (round + 1 >= FIRST_FLAT_ROUND) {
                least = Math.min(least, heap.get(round));
                most = Math.max(most, heap.get(round));
            }
        }
        if (most - least > MOST_GROWTH) {
            tally.violation("The live heap went from " + least + " to " + most + " bytes.");
        }
    }

    private void checkThreads(Set<Thread> before) throws InterruptedException {
        long start = System.nanoTime();
        if (!comes(() -> left(before).isEmpty(), LONGEST_END)) {
            tally.violation("Threads are still alive: " + left(before));
        }
        row("seconds until the last thread had ended", (System.nanoTime() - start) / 1_000_000_000);
    }

    /** Threads of the server, which do not belong to the library. */
    private static Set<String> left(Set<Thread> before) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.isAlive() && !before.contains(thread))
                .map(Thread::getName)
                .filter(name -> !name.equals(SoakServer.THREADS))
                .collect(Collectors.toSet());
    }

    private static boolean comes(BooleanSupplier condition, Duration longest) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            Thread.sleep(10);
        }
        return true;
    }

    /** OkHttp logs a response that was garbage-collected without being closed. */
    private void watchForLeaks() {
        OKHTTP.addHandler(new Handler() {
            @Override
            public void publish(LogRecord entry) {
                if (entry.getLevel().intValue() >= Level.WARNING.intValue()) {
                    tally.violation("OkHttp says: " + entry.getMessage());
                }
            }

            @Override
            public void flush() {
                // Nothing is buffered.
            }

            @Override
            public void close() {
                // There is nothing to close.
            }
        });
    }

    static void row(String name, long number) {
        System.out.printf(Locale.ROOT, "%-50s %10d%n", name, number);
    }
}
