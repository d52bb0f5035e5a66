package io.github.ascjava.uploads.internal.transfer;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a transfer does. Immutable.
 *
 * @param parts all parts of the file; they start in this order
 * @param done numbers of parts that are not sent, because an earlier transfer sent them
 * @param withMd5 whether the MD5 of the whole file is computed beside the transfer
 */
public record TransferPlan(List<Part> parts, Set<Integer> done, boolean withMd5) {

    /**
     * Checks the plan.
     *
     * @throws IllegalArgumentException if two parts have the same number
     */
    public TransferPlan {
        parts = List.copyOf(parts);
        done = Set.copyOf(done);
        Set<Integer> numbers = new HashSet<>();
        for (Part part : parts) {
            if (!numbers.add(part.number())) {
                throw new IllegalArgumentException("Two parts have the number " + part.number() + ".");
            }
        }
    }

    /** Returns a plan that sends all parts. */
    public static TransferPlan of(List<Part> parts) {
        return new TransferPlan(parts, Set.of(), false);
    }

    /** Returns the same plan with some parts counted as sent. */
    public TransferPlan without(Set<Integer> numbers) {
        return new TransferPlan(parts, numbers, withMd5);
    }

    /** Returns the same plan with the MD5 of the whole file. */
    public TransferPlan computingMd5() {
        return new TransferPlan(parts, done, true);
    }

    List<Part> open() {
        return parts.stream().filter(part -> !done.contains(part.number())).toList();
    }

    long bytes() {
        return parts.stream().mapToLong(Part::length).sum();
    }

    long bytesDone() {
        return bytes() - open().stream().mapToLong(Part::length).sum();
    }
}
