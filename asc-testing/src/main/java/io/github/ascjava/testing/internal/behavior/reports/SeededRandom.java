package io.github.ascjava.testing.internal.behavior.reports;

import java.util.Objects;
import java.util.Random;

/** Random numbers that depend only on their seed, so that every read of a report returns the same data. */
final class SeededRandom {

    private final Random random;

    private SeededRandom(long seed) {
        this.random = new Random(seed);
    }

    static SeededRandom of(Object... about) {
        // Adjacent days differ in few bits; without the multiplication, their random numbers would be similar.
        return new SeededRandom(Objects.hash(about) * 0x9E3779B97F4A7C15L);
    }

    /** Returns the number of occurrences of an event with a given average. */
    int times(double average) {
        // Knuth's algorithm for the Poisson distribution; the averages here are small.
        double limit = Math.exp(-average);
        double product = random.nextDouble();
        int times = 0;
        while (product > limit) {
            times++;
            product *= random.nextDouble();
        }
        return times;
    }

    /** Returns a number from zero (inclusive) to a bound (exclusive). */
    int below(int bound) {
        return random.nextInt(bound);
    }

    double fraction() {
        return random.nextDouble();
    }
}
