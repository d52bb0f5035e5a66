package io.github.ascjava.uploads.internal.state;

import java.time.Instant;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is known about an upload that has begun.
 *
 * @param upload what is uploaded to which place
 * @param size size of the file in bytes
 * @param modified when the file was modified last
 * @param id ID of the resource that was reserved
 * @param parts numbers of the parts that Apple has received, from 1; immutable by convention
 * @param first the received part with the lowest number, or null if there is none
 * @param last the received part with the highest number, or null if there is none
 */
public record SavedUpload(
        UploadKey upload,
        long size,
        Instant modified,
        String id,
        SortedSet<Integer> parts,
        @Nullable SentRange first,
        @Nullable SentRange last) {

    /** Returns an upload that is reserved, and of which nothing is sent. */
    public static SavedUpload reserved(UploadKey upload, long size, Instant modified, String id) {
        return new SavedUpload(upload, size, modified, id, new TreeSet<>(), null, null);
    }

    /** Returns the same upload with one more part. */
    public SavedUpload with(SentRange part) {
        SortedSet<Integer> more = new TreeSet<>(parts);
        more.add(part.number());
        return new SavedUpload(
                upload,
                size,
                modified,
                id,
                more,
                first == null || part.number() < first.number() ? part : first,
                last == null || part.number() > last.number() ? part : last);
    }

    /** Returns whether a part would be the first or the last one, so that its bytes matter. */
    public boolean isFirstOrLast(int number) {
        return first == null || last == null || number < first.number() || number > last.number();
    }
}
