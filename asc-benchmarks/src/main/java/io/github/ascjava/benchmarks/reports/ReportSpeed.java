package io.github.ascjava.benchmarks.reports;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Reads a sales report in one way, as one line for {@code scripts/report-speed}: CPU time of the process in milliseconds,
 * allocated bytes per row, the number of rows, and a sum that is the same for ways that read the same.
 *
 * <p>CPU time is of all threads, with the collector and the compiler, and includes decompression.
 */
public final class ReportSpeed {

    private ReportSpeed() {}

    /**
     * Writes or reads a file.
     *
     * @param args {@code make}, the file and its size before compression in MiB; or a constant of {@link ReadingWay} and
     *     the file
     */
    public static void main(String[] args) throws IOException {
        Path file = Path.of(args[1]);
        if (args[0].equals("make")) {
            SalesFile.write(file, Long.parseLong(args[2]) << 20);
            return;
        }
        ReadingWay way = ReadingWay.valueOf(args[0]);
        Tally tally = new Tally();
        way.read(file, tally);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long allocated = threads.getCurrentThreadAllocatedBytes();
        System.out.printf(
                "%d %d %d %d%n",
                system.getProcessCpuTime() / 1_000_000, allocated / Math.max(1, tally.rows), tally.rows, tally.sum);
    }

    /** What was read, so that reading is not optimized away. */
    static final class Tally {

        private long rows;
        private long sum;

        void row() {
            rows++;
        }

        /** Adds a text; blank cells are one space in the file and null for the library. */
        void add(@Nullable String text) {
            if (text != null && text.length() > 1) {
                sum += text.length();
            }
        }

        void add(@Nullable Object value) {
            if (value != null) {
                sum += value.hashCode();
            }
        }

        void add(long number) {
            sum += number;
        }
    }
}
