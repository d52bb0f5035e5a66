package io.github.ascjava.benchmarks.life;

import io.github.ascjava.client.AppStoreConnect;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;

/**
 * Makes one call in each of many virtual threads, all started at once, and checks every value.
 *
 * <p>Run by {@code scripts/virtual-threads}.
 */
public final class VirtualThreads {

    private static final String PINNED = "jdk.VirtualThreadPinned";
    private static final int WARM_UP = 100;
    private static final double MEBIBYTE = 1_048_576;

    private VirtualThreads() {}

    /**
     * Makes the calls.
     *
     * @param args the number of threads
     */
    public static void main(String[] args) throws Exception {
        if (Runtime.version().feature() < 21) {
            System.err.println("Virtual threads came with JDK 21, but this is JDK " + Runtime.version() + ".");
            System.exit(2);
        }
        int number = Integer.parseInt(args[0]);
        try (PlainServer server = new PlainServer();
                AppStoreConnect asc = Use.client(server.url(), Use.privateKey());
                Recording recording = new Recording()) {
            // The first use of a class loads it, which pins once.
            for (int i = 0; i < WARM_UP; i++) {
                asc.users().get("w" + i).execute();
            }
            recording.enable(PINNED).withThreshold(Duration.ZERO).withStackTrace();
            recording.start();
            ManagementFactory.getThreadMXBean().resetPeakThreadCount();
            heap().forEach(MemoryPoolMXBean::resetPeakUsage);

            long start = System.nanoTime();
            int wrong = wrong(asc, number);
            double seconds = (System.nanoTime() - start) / 1e9;

            recording.stop();
            System.out.println("JDK " + Runtime.version());
            print("calls, each in a virtual thread", "%d", number);
            print("wrong values", "%d", wrong);
            print("time", "%.1f s", seconds);
            print("connections open at a time, at most", "%d", server.mostOpen());
            print(
                    "platform threads, at most",
                    "%d",
                    ManagementFactory.getThreadMXBean().getPeakThreadCount());
            print("pinned virtual threads", "%s", pinned(recording));
            print(
                    "heap, at most",
                    "%.0f MiB",
                    heap().stream()
                                    .mapToLong(pool -> pool.getPeakUsage().getUsed())
                                    .sum()
                            / MEBIBYTE);
            System.exit(wrong == 0 ? 0 : 1);
        }
    }

    private static int wrong(AppStoreConnect asc, int number) throws Exception {
        ExecutorService virtual = virtualThreads();
        List<Future<String>> ids = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            String id = "c" + i;
            ids.add(virtual.submit(() -> asc.users().get(id).execute().id()));
        }
        int wrong = 0;
        for (int i = 0; i < number; i++) {
            if (!ids.get(i).get().equals("c" + i)) {
                wrong++;
            }
        }
        virtual.shutdown();
        return wrong;
    }

    /** The language level does not have virtual threads. */
    private static ExecutorService virtualThreads() throws ReflectiveOperationException {
        return (ExecutorService)
                Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    }

    private static List<MemoryPoolMXBean> heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    /** Returns why threads were pinned, and how often. */
    private static Map<String, Long> pinned(Recording recording) throws IOException {
        Path file = Files.createTempFile("pinned", ".jfr");
        try {
            recording.dump(file);
            return RecordingFile.readAllEvents(file).stream()
                    .filter(event -> event.getEventType().getName().equals(PINNED))
                    .collect(Collectors.groupingBy(
                            event -> event.hasField("pinnedReason") ? event.getString("pinnedReason") : "monitor",
                            TreeMap::new,
                            Collectors.counting()));
        } finally {
            Files.delete(file);
        }
    }

    private static void print(String what, String format, Object value) {
        System.out.printf(Locale.ROOT, "%-50s " + format + "%n", what, value);
    }
}
