package io.github.ascjava.benchmarks.soak;

import java.lang.management.ManagementFactory;

/** Measures the memory that is in use after a full garbage collection. */
final class LiveHeap {

    private static final int COLLECTIONS = 3;

    private LiveHeap() {}

    static long bytes() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
            least = Math.min(
                    least,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        return least;
    }
}
