package io.github.ascjava.benchmarks.load;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.jsonapi.Resource;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;

/**
 * Puts load on a sandbox server in another process, through the client, and reports the performance and all problems.
 *
 * <p>Arguments: seconds of load, number of threads.
 */
public final class SandboxLoad {

    private static final int STARTS = 5;
    private static final long SIMPLE_SECONDS = 10;
    private static final long WARM_UP_SECONDS = 10;
    /** Idle connections and threads of both sides end after a minute. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    /** The heap growth between two collections that is acceptable without a leak: caches, code, a page of responses. */
    private static final double GROWTH_MEGABYTES = 8;

    private final long seconds;
    private final int threads;
    private final List<String> faults = new ArrayList<>();

    private SandboxLoad(long seconds, int threads) {
        this.seconds = seconds;
        this.threads = threads;
    }

    public static void main(String[] args) throws Exception {
        SandboxLoad load = new SandboxLoad(Long.parseLong(args[0]), Integer.parseInt(args[1]));
        load.run();
        load.faults.forEach(fault -> System.out.println("FAULT: " + fault));
        System.exit(load.faults.isEmpty() ? 0 : 1);
    }

    private void run() throws IOException, InterruptedException {
        try (ServerProcess server = ServerProcess.start()) {
            simple(server);
            mixed(server);
        }
        start();
    }

    /** One client that reads one app again and again. */
    private void simple(ServerProcess server) {
        try (AppStoreConnect asc = server.clientBuilder().build()) {
            String id = asc.apps().list().iterator().next().id();
            perSecond(asc, id, WARM_UP_SECONDS);
            print("simple requests of one client, per second", "%.0f", perSecond(asc, id, SIMPLE_SECONDS));
        }
    }

    private static double perSecond(AppStoreConnect asc, String id, long forSeconds) {
        long start = System.nanoTime();
        long end = start + TimeUnit.SECONDS.toNanos(forSeconds);
        long requests = 0;
        while (System.nanoTime() < end) {
            asc.apps().get(id).execute();
            requests++;
        }
        return requests * 1e9 / (System.nanoTime() - start);
    }

    private void mixed(ServerProcess server) throws IOException, InterruptedException {
        OkHttpClient http = new OkHttpClient.Builder()
                .connectionPool(new ConnectionPool(threads, 1, TimeUnit.MINUTES))
                .build();
        Findings findings = new Findings();
        int ownThreads = Thread.activeCount();
        long serverThreads = server.threads();
        double before;
        double after;
        try (AppStoreConnect asc = server.clientBuilder().httpClient(http).build()) {
            Set<String> appIds =
                    asc.apps().list().toList().stream().map(Resource::id).collect(Collectors.toUnmodifiableSet());
            put(asc, appIds, new Findings(), WARM_UP_SECONDS);
            http.connectionPool().evictAll();
            before = server.heapMegabytes();

            long start = System.nanoTime();
            put(asc, appIds, findings, seconds);
            double took = (System.nanoTime() - start) / 1e9;

            after = server.heapMegabytes();
            print("mixed requests of " + threads + " threads, per second", "%.0f", findings.requests() / took);
            print("mixed requests", "%.0f", (double) findings.requests());
            print("wrong responses", "%.0f", (double) findings.wrongAnswers());
        }
        http.connectionPool().evictAll();
        http.dispatcher().executorService().shutdown();
        findings.firstWrong().forEach(wrong -> faults.add("wrong response: " + wrong));
        print("server's heap before, MB", "%.1f", before);
        print("server's heap after, MB", "%.1f", after);
        if (after > before + GROWTH_MEGABYTES) {
            faults.add("the server's heap grew by more than " + GROWTH_MEGABYTES + " MB");
        }
        awaitThreads(server, serverThreads, ownThreads);
    }

    private void put(AppStoreConnect asc, Set<String> appIds, Findings findings, long forSeconds)
            throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(forSeconds);
        List<Thread> workers = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            Thread worker = new Thread(new Worker(i, asc, findings, appIds, () -> System.nanoTime() < end));
            worker.start();
            workers.add(worker);
        }
        for (Thread worker : workers) {
            worker.join();
        }
    }

    private void awaitThreads(ServerProcess server, long serverThreads, int ownThreads)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end && (server.threads() > serverThreads || Thread.activeCount() > ownThreads)) {
            TimeUnit.SECONDS.sleep(1);
        }
        print("server's threads before", "%.0f", (double) serverThreads);
        print("server's threads after", "%.0f", (double) server.threads());
        if (server.threads() > serverThreads || Thread.activeCount() > ownThreads) {
            faults.add("threads stayed: " + server.threads() + " in the server, " + Thread.activeCount() + " here");
        }
    }

    /** From the start of the server's JVM to its first response to a client that is already warm. */
    private void start() throws IOException {
        double[] took = new double[STARTS];
        for (int i = 0; i < STARTS; i++) {
            long start = System.nanoTime();
            try (ServerProcess server = ServerProcess.start();
                    AppStoreConnect asc = server.clientBuilder().build()) {
                asc.apps().list(q -> q.limit(1)).execute();
                took[i] = (System.nanoTime() - start) / 1e6;
            }
        }
        Arrays.sort(took);
        print("JVM start to first response, ms, median of " + STARTS, "%.0f", took[STARTS / 2]);
        print("  fastest", "%.0f", took[0]);
    }

    private static void print(String what, String format, double value) {
        System.out.printf(Locale.ROOT, "%-50s %10s%n", what, String.format(Locale.ROOT, format, value));
    }
}
