package io.github.ascjava.client.jsonapi;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * <p>Immutable and thread-safe. A page is a value; {@link io.github.ascjava.client.call.PagedCall#nextPage nextPage} of
 * its call requests the next one.
 *
 * <p>A page keeps its whole response in memory, once or twice. Where you can, keep its resources instead: each keeps its own
 * part only.
 *
 * @param data the resources of this page, in the order of the response; may be empty although more pages follow
 * @param total the number of resources on all pages, or null if the response did not report it
 * @param limit the maximum number of resources per page, or null if the response did not report it
 * @param nextLink the link to the next page as received, or null on the last page
 * @param included the resources that the response included beside its data
 * @param unknownElements the JSON of list elements that are not resources and therefore not in {@code data}; usually empty
 * @param <T> the class of the resources
 * @since 0.1.0
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
     * Returns the JSON of the whole page as received, including members without a class, such as {@code links.first}.
     */
    public String json() {
        return included.source().documentJson();
    }

    /** Returns whether another page follows. */
    public boolean hasNext() {
        return nextLink != null;
    }

    /** Omits the content of {@code unknownElements}, because an unknown value may be a secret. */
    @Override
    public String toString() {
        return "Page[data=" + data + ", total=" + total + ", limit=" + limit + ", nextLink=" + nextLink + ", included="
                + included + ", unknownElements=" + unknownElements.size() + "]";
    }
}
