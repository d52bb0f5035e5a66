package io.github.ascjava.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import io.github.ascjava.auth.ApiKey;
import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.model.apps.App;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;

/**
 * How the cost of lists grows with the size of pages, the number of pages and the number of threads, after warm-up.
 *
 * <p>Run by {@code scripts/growth}.
 */
public final class Growth {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final Duration WARM_UP = Duration.ofSeconds(5);
    private static final Duration MEASUREMENT = Duration.ofSeconds(4);
    private static final int MOST_THREADS = 64;

    private final String server;
    private final Path key;
    /** Its sum decides about the exit status, so that no list is optimized away. */
    private final LongAdder apps = new LongAdder();

    private Growth(String server, Path key) {
        this.server = server;
        this.key = key;
    }

    /**
     * Prints one table.
     *
     * @param args {@code size}, {@code pages} or {@code threads}, the server's URL, and a key file
     */
    public static void main(String[] args) throws InterruptedException {
        Growth growth = new Growth(args[1], Path.of(args[2]));
        switch (args[0]) {
            case "size" -> growth.bySize();
            case "pages" -> growth.byPages();
            case "threads" -> growth.byThreads();
            default -> throw new IllegalArgumentException("There is no table called " + args[0] + ".");
        }
        System.exit(growth.apps.sum() == 0 ? 1 : 0);
    }

    private void bySize() {
        System.out.printf("%8s %18s %18s %18s%n", "apps", "CPU a page, us", "CPU an app, us", "a page, KB");
        AppStoreConnect asc = client(1);
        for (int size : new int[] {1, 10, 50, 200}) {
            repeat(asc, size, WARM_UP);
            Cost cost = costOf(() -> repeat(asc, size, MEASUREMENT));
            System.out.printf(
                    "%8d %18.0f %18.1f %18.0f%n",
                    size, cost.cpuMicros(), cost.cpuMicros() / size, cost.allocated() / 1000);
        }
    }

    private void byPages() {
        System.out.printf("%8s %18s %18s %18s%n", "pages", "CPU a page, us", "a page, KB", "heap at the end, MB");
        for (int pages : new int[] {1, 10, 100, 1000}) {
            AppStoreConnect asc = client(pages);
            repeat(asc, 50, WARM_UP);
            Cost cost = costOf(() -> repeat(asc, 50, MEASUREMENT));
            System.out.printf(
                    "%8d %18.0f %18.0f %18.1f%n",
                    pages, cost.cpuMicros() / pages, cost.allocated() / pages / 1000, heapAtTheEnd(asc) / 1e6);
        }
    }

    private void byThreads() throws InterruptedException {
        System.out.printf("%8s %18s %18s %18s%n", "threads", "calls a second", "CPU a call, us", "compared with one");
        AppStoreConnect asc = client(1);
        repeat(asc, 1, WARM_UP);
        double one = 0;
        for (int threads = 1; threads <= MOST_THREADS; threads *= 2) {
            together(asc, threads, MEASUREMENT);
            long cpu = PROCESS.getProcessCpuTime();
            long start = System.nanoTime();
            long calls = together(asc, threads, MEASUREMENT);
            double seconds = (System.nanoTime() - start) / 1e9;
            double micros = (PROCESS.getProcessCpuTime() - cpu) / 1e3 / calls;
            one = threads == 1 ? micros : one;
            System.out.printf("%8d %18.0f %18.0f %18.2f%n", threads, calls / seconds, micros, micros / one);
        }
    }

    private AppStoreConnect client(int pages) {
        return AppStoreConnect.builder(ApiKey.team(BenchmarkKeys.ISSUER_ID, key))
                .baseUrl(server + pages + "/")
                .httpClient(new OkHttpClient.Builder()
                        .connectionPool(new ConnectionPool(MOST_THREADS, 1, TimeUnit.MINUTES))
                        .build())
                .build();
    }

    private long repeat(AppStoreConnect asc, int size, Duration duration) {
        long end = System.nanoTime() + duration.toNanos();
        long lists = 0;
        while (System.nanoTime() < end) {
            for (App app : asc.apps().list(q -> q.limit(size))) {
                apps.add(app.id().length());
            }
            lists++;
        }
        return lists;
    }

    private long together(AppStoreConnect asc, int threads, Duration duration) throws InterruptedException {
        LongAdder calls = new LongAdder();
        List<Thread> running = new ArrayList<>();
        IntStream.range(0, threads).forEach(i -> running.add(new Thread(() -> calls.add(repeat(asc, 1, duration)))));
        running.forEach(thread -> thread.setDaemon(true));
        running.forEach(Thread::start);
        for (Thread thread : running) {
            thread.join();
        }
        return calls.sum();
    }

    /** What the heap holds when the last element of a list has been read and the list is still there. */
    private long heapAtTheEnd(AppStoreConnect asc) {
        var elements = asc.apps().list(q -> q.limit(50)).iterator();
        while (elements.hasNext()) {
            apps.add(elements.next().id().length());
        }
        System.gc();
        long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        apps.add(elements.hasNext() ? 1 : 0);
        return used;
    }

    private static Cost costOf(Repetition repetition) {
        long cpu = THREADS.getCurrentThreadCpuTime();
        long allocated = THREADS.getCurrentThreadAllocatedBytes();
        double times = repetition.run();
        return new Cost(
                (THREADS.getCurrentThreadCpuTime() - cpu) / 1e3 / times,
                (THREADS.getCurrentThreadAllocatedBytes() - allocated) / times);
    }

    /** The cost of one list for the thread that reads it. */
    private record Cost(double cpuMicros, double allocated) {}

    @FunctionalInterface
    private interface Repetition {
        long run();
    }
}
