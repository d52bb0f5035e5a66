package io.github.ascjava.client.jsonapi;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
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
 * @param unknownElements the JSON of list elements that are not resources and therefore not in {@code data}; hardly ever any
 * @param <T> the class of the resources
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Page<T>(
        List<T> data,
        @Nullable Integer total,
        @Nullable Integer limit,
        @Nullable String nextLink,
        Included included,
        @JsonIgnore List<String> unknownElements) {

    /** Copies the lists. */
    public Page {
        data = List.copyOf(data);
        unknownElements = List.copyOf(unknownElements);
        Objects.requireNonNull(included, "included");
    }

    /**
     * Returns the JSON of the whole page as received, with everything that no class knows, such as {@code links.first}.
     */
    public String json() {
        return included.source().documentJson();
    }

    /** Returns whether another page follows. */
    public boolean hasNext() {
        return nextLink != null;
    }

    /** Leaves out what is in {@code unknownElements}: an unknown value may be a secret. */
    @Override
    public String toString() {
        return "Page[data=" + data + ", total=" + total + ", limit=" + limit + ", nextLink=" + nextLink + ", included="
                + included + ", unknownElements=" + unknownElements.size() + "]";
    }
}
