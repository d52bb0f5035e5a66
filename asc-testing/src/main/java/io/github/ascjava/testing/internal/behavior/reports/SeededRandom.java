package io.github.ascjava.testing.internal.behavior.reports;

import java.util.Objects;
import java.util.Random;

/** Chance that depends on what it is about alone, so that a report says the same however often it is read. */
final class SeededRandom {

    private final Random random;

    private SeededRandom(long seed) {
        this.random = new Random(seed);
    }

    static SeededRandom of(Object... about) {
        // Neighbouring days differ in few bits; without the multiplication their chances would resemble each other.
        return new SeededRandom(Objects.hash(about) * 0x9E3779B97F4A7C15L);
    }

    /** Returns a number of things that happen so many times on average. */
    int times(double average) {
        // Knuth's way to a Poisson distribution; the averages here are small.
        double limit = Math.exp(-average);
        double product = random.nextDouble();
        int times = 0;
        while (product > limit) {
            times++;
            product *= random.nextDouble();
        }
        return times;
    }

    /** Returns a number from zero up to, not including, a bound. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    double fraction() {
        return random.nextDouble();
    }
}
