package io.github.ascjava.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import io.github.ascjava.auth.ApiKey;
import io.github.ascjava.client.AppStoreConnect;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * How the cost of calls grows: with the size of pages, with their number, and with the number of threads.
 *
 * <p>Run by {@code scripts/growth}. Prints the CPU time of the process, in microseconds, and the number of apps or calls that
 * it was spent on.
 */
public final class Growth {

    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final Duration WARM_UP = Duration.ofSeconds(8);
    private static final Duration MEASUREMENT = Duration.ofSeconds(4);

    private Growth() {}

    /**
     * Measures one point.
     *
     * @param args {@code page} and the apps of a page (1, 10, 50 or 200), {@code pages} and their number, or
     *     {@code threads} and their number; the server's URL and a key file
     */
    public static void main(String[] args) throws Exception {
        int n = Integer.parseInt(args[1]);
        AppStoreConnect.Builder builder =
                AppStoreConnect.builder(ApiKey.team(BenchmarkKeys.ISSUER_ID, Path.of(args[3])));
        int threads = args[0].equals("threads") ? n : 1;
        Callable<Integer> unit = switch (args[0]) {
            case "page" -> pages(builder.baseUrl(args[2] + "of" + n + "/").build(), 1, n);
            case "pages" -> pages(builder.baseUrl(args[2] + "of10/").build(), n, 10);
            case "threads" -> calls(builder.baseUrl(args[2]).build());
            default -> throw new IllegalArgumentException("There is no measurement called " + args[0] + ".");
        };
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        repeat(unit, executor, threads, WARM_UP);
        long cpu = PROCESS.getProcessCpuTime();
        long units = repeat(unit, executor, threads, MEASUREMENT);
        System.out.printf("%d %d%n", (PROCESS.getProcessCpuTime() - cpu) / 1_000, units);
        System.exit(0);
    }

    private static Callable<Integer> pages(AppStoreConnect asc, int pages, int appsOfEach) {
        return () -> {
            long read =
                    asc.apps().list().stream().limit((long) pages * appsOfEach).count();
            return Math.toIntExact(read);
        };
    }

    private static Callable<Integer> calls(AppStoreConnect asc) {
        return () -> {
            asc.apps().get("small").execute();
            return 1;
        };
    }

    private static long repeat(Callable<Integer> unit, ExecutorService executor, int threads, Duration duration)
            throws Exception {
        long end = System.nanoTime() + duration.toNanos();
        List<Future<Long>> all = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            all.add(executor.submit(() -> {
                long done = 0;
                while (System.nanoTime() < end) {
                    done += unit.call();
                }
                return done;
            }));
        }
        long sum = 0;
        for (Future<Long> one : all) {
            sum += one.get();
        }
        return sum;
    }
}
