package io.github.ascjava.benchmarks.soak;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;

/** The outcomes of all calls, and the unexpected ones. */
final class Tally {

    private static final int MOST_TOLD = 20;

    private final Map<String, LongAdder> ends = new ConcurrentSkipListMap<>();
    private final List<String> violations = new CopyOnWriteArrayList<>();
    private final LongAdder violationCount = new LongAdder();

    void ended(String operation, String how) {
        ends.computeIfAbsent(operation + "\t" + how, key -> new LongAdder()).increment();
    }

    void violation(String what) {
        violationCount.increment();
        if (violations.size() < MOST_TOLD) {
            violations.add(what);
        }
    }

    long violations() {
        return violationCount.sum();
    }

    long ended() {
        return ends.values().stream().mapToLong(LongAdder::sum).sum();
    }

    void print() {
        new TreeMap<>(ends).forEach((end, count) -> {
            String[] words = end.split("\t", 2);
            Soak.row(words[0] + ", " + words[1], count.sum());
        });
    }

    void printViolations() {
        violations.forEach(violation -> System.out.println("VIOLATION: " + violation));
        if (violations() > violations.size()) {
            System.out.println("... and " + (violations() - violations.size()) + " more");
        }
    }
}
