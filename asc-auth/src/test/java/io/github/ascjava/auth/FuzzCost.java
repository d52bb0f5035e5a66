package io.github.ascjava.auth;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.Supplier;

/** Limits the cost of one fuzzed input; only this thread counts, so that a busy machine does not matter. */
final class FuzzCost {

    private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final long MOST_NANOS = 2_000_000_000L;
    private static final long MOST_BYTES = 8L << 20;
    /** Without Jazzer it is below 100; its hooks copy a text at each search in it. */
    private static final long MOST_BYTES_EACH = 10_000;

    private static final int ATTEMPTS = 3;

    private FuzzCost() {}

    /** An action on an input of the given length. */
    static <T> T bounded(int length, Supplier<T> action) {
        String cost = "";
        // Repeated, because classes are loaded and instrumented the first time.
        for (int i = 0; i < ATTEMPTS; i++) {
            long nanos = THREAD.getCurrentThreadCpuTime();
            long bytes = THREAD.getCurrentThreadAllocatedBytes();
            T result = action.get();
            nanos = THREAD.getCurrentThreadCpuTime() - nanos;
            bytes = THREAD.getCurrentThreadAllocatedBytes() - bytes;
            if (nanos < MOST_NANOS && bytes < MOST_BYTES + MOST_BYTES_EACH * length) {
                return result;
            }
            cost = nanos / 1_000_000 + " ms and " + bytes + " bytes";
        }
        throw new AssertionError("An input of " + length + " bytes took " + cost + ".");
    }
}
