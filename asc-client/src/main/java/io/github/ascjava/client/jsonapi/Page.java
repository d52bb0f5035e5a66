package io.github.ascjava.client.jsonapi;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * <p>Immutable and thread-safe. A page is a value; the call it came from leads to the next one.
 *
 * @param data the resources of this page, in the order of the response; may be empty although more pages follow
 * @param total how many there are on all pages, or null if the response did not say
 * @param limit how many a page holds at most, or null if the response did not say
 * @param nextLink where the next page is, as the response said, or null on the last page
 * @param included the resources that the response included beside its data
 * @param <T> the class of the resources
 */
public record Page<T>(
        List<T> data,
        @Nullable Integer total,
        @Nullable Integer limit,
        @Nullable String nextLink,
        Included included) {

    /** Copies the list. */
    public Page {
        data = List.copyOf(data);
        Objects.requireNonNull(included, "included");
    }

    /** Returns whether another page follows. */
    public boolean hasNext() {
        return nextLink != null;
    }
}
