package io.github.ascjava.benchmarks.load;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;

/** The problems that the workers found. Thread-safe. */
final class Findings {

    private static final int SHOWN = 10;

    private final LongAdder requests = new LongAdder();
    private final LongAdder wrong = new LongAdder();
    private final List<String> firstWrong = new CopyOnWriteArrayList<>();

    void answered() {
        requests.increment();
    }

    /** Records the check of a response, with a description of the expected one. */
    void expect(boolean right, String expectation) {
        if (!right) {
            wrong(expectation);
        }
    }

    void wrong(String what) {
        wrong.increment();
        if (firstWrong.size() < SHOWN) {
            firstWrong.add(what);
        }
    }

    long requests() {
        return requests.sum();
    }

    long wrongAnswers() {
        return wrong.sum();
    }

    List<String> firstWrong() {
        return firstWrong;
    }
}
