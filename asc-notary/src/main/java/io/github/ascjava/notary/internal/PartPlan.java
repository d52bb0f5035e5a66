package io.github.ascjava.notary.internal;

import io.github.ascjava.uploads.internal.transfer.Part;
import java.util.ArrayList;
import java.util.List;

/**
 * How a file is divided: into parts of one size, the last one smaller, numbered from 1. Immutable.
 *
 * @param parts at least one; a single part is sent as a whole object
 */
public record PartPlan(List<Part> parts) {

    /** S3's limit. */
    private static final int MOST_PARTS = 10_000;

    private static final long MEBIBYTE = 1024L * 1024;

    /** Copies the list. */
    public PartPlan {
        parts = List.copyOf(parts);
    }

    /** Returns the plan for a file; parts are larger if there would be too many. */
    public static PartPlan of(long size, Sizes sizes) {
        if (size <= sizes.largestWhole()) {
            return new PartPlan(List.of(new Part(1, 0, size)));
        }
        long atLeast = (size + MOST_PARTS - 1) / MOST_PARTS;
        long length = Math.max(sizes.part(), (atLeast + MEBIBYTE - 1) / MEBIBYTE * MEBIBYTE);
        List<Part> parts = new ArrayList<>();
        for (long offset = 0; offset < size; offset += length) {
            parts.add(new Part(parts.size() + 1, offset, Math.min(length, size - offset)));
        }
        return new PartPlan(parts);
    }

    /** Returns whether the file is sent as a whole object. */
    public boolean isWhole() {
        return parts.size() == 1;
    }

    /**
     * Sizes in bytes.
     *
     * @param largestWhole larger files go in parts, of which a failed one can be sent again alone
     * @param part the usual size of a part; S3 takes none of less than 5 MiB, except the last one
     */
    public record Sizes(long largestWhole, long part) {

        /** Whole files up to 64 MiB, parts of 16 MiB. */
        public static final Sizes STANDARD = new Sizes(64 * MEBIBYTE, 16 * MEBIBYTE);
    }
}
