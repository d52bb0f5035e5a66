package io.github.ascjava.uploads;

import io.github.ascjava.uploads.internal.transfer.Part;
import io.github.ascjava.uploads.internal.transfer.PresignedPart;
import io.github.ascjava.uploads.internal.transfer.PresignedParts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The parts of a reservation, checked: together they are the whole file.
 *
 * @param requests how to send them; numbered from 1 in the order of the file
 * @param operations as the resource has them, to compare them with later ones
 * @param entityTags MD5 of the parts that Apple says it has, by number
 */
record PartPlan(PresignedParts requests, List<PartOperation> operations, Map<Integer, String> entityTags) {

    /**
     * Checks the operations of a reservation.
     *
     * @throws IllegalArgumentException if they do not fit the file or cannot be sent; the message is a sentence without URLs
     */
    static PartPlan of(List<PartOperation> operations, long fileSize) {
        List<PartOperation> sorted = operations.stream()
                .sorted(Comparator.comparingLong(PartOperation::offset))
                .toList();
        List<PresignedPart> parts = new ArrayList<>();
        Map<Integer, String> entityTags = new HashMap<>();
        for (PartOperation operation : sorted) {
            int number = parts.size() + 1;
            parts.add(operation.presigned(number));
            if (operation.entityTag() != null) {
                entityTags.put(number, operation.entityTag().replace("\"", ""));
            }
        }
        return new PartPlan(PresignedParts.of(parts, fileSize), operations, Map.copyOf(entityTags));
    }

    List<Part> parts() {
        return requests.parts();
    }

    /** Returns whether a part with this number has this range. */
    boolean has(int number, long offset, long length) {
        return parts().contains(new Part(number, offset, length));
    }
}
