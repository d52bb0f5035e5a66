package io.github.ascjava.client.jsonapi;

import com.fasterxml.jackson.databind.JsonNode;
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
 * @param unrecognized elements of the response's list that are no resources and so not in {@code data}; next to never any
 * @param <T> the class of the resources
 */
public record Page<T>(
        List<T> data,
        @Nullable Integer total,
        @Nullable Integer limit,
        @Nullable String nextLink,
        Included included,
        List<JsonNode> unrecognized) {

    /** Copies the lists. */
    public Page {
        data = List.copyOf(data);
        unrecognized = List.copyOf(unrecognized);
        Objects.requireNonNull(included, "included");
    }

    /**
     * Returns the whole document of this page as it came, with whatever no class knows, such as {@code links.first}; read
     * anew by each call.
     */
    public JsonNode json() {
        Document document = included.document();
        return document.tree(document.whole());
    }

    /** Returns whether another page follows. */
    public boolean hasNext() {
        return nextLink != null;
    }

    /** Leaves out what is in {@code unrecognized}: what nobody knows may be a secret. */
    @Override
    public String toString() {
        return "Page[data=" + data + ", total=" + total + ", limit=" + limit + ", nextLink=" + nextLink + ", included="
                + included + ", unrecognized=" + unrecognized.size() + "]";
    }
}
