package io.github.ascjava.uploads.internal.transfer;

import java.time.Duration;

/**
 * How parts are sent. Immutable.
 *
 * @param parallelParts how many parts are sent at a time; 1 or more
 * @param attemptsPerPart how often a part is sent at most; 1 or more. All parts together are retried at most once per part
 *     on average, but 20 times in any case.
 * @param timeout how long the host may neither take nor send a byte, more than zero; what the kernel has buffered may
 *     take a slow connection a minute after the last byte was written
 */
public record TransferOptions(int parallelParts, int attemptsPerPart, Duration timeout) {

    /** Eight parts at a time, five attempts, two minutes. */
    public static final TransferOptions DEFAULT = new TransferOptions(8, 5, Duration.ofMinutes(2));

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if one is out of range
     */
    public TransferOptions {
        if (parallelParts < 1 || attemptsPerPart < 1 || timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException(
                    "Parallel parts and attempts must be 1 or more and the timeout more than zero, but were "
                            + parallelParts + ", " + attemptsPerPart + " and " + timeout + ".");
        }
    }
}
