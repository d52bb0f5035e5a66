package io.github.ascjava.client.jsonapi;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A relationship to any number of resources.
 *
 * <p>It tells apart whether the response did not say ({@link #hasData()} is false), or named the related resources, of
 * which there may be none. Apple cuts what it includes at ten, fifty at most; {@link #isTruncated()} tells. Immutable and
 * thread-safe. Equality and {@link #toString()} go by the identifiers, never by the included resources.
 *
 * @param <T> the class of the related resources
 */
public final class ToMany<T> {

    /** How many Apple includes if the query says nothing (facts 5.4). */
    private static final int STANDARD_LIMIT = 10;
    /** How many it includes at most, with nearly all operations (facts 5.2). */
    private static final int LARGEST_LIMIT = 50;

    private final ResourceSource source;
    private final String name;
    private final Class<T> type;

    ToMany(ResourceSource source, String name, Class<T> type) {
        this.source = source;
        this.name = name;
        this.type = type;
    }

    /** Returns whether the response named the related resources; if not, include them or ask the relationship. */
    public boolean hasData() {
        return linkage().hasData();
    }

    /** Returns the ids of the related resources as far as the response named them. */
    public List<String> ids() {
        return linkage().identifiers().stream().map(ResourceIdentifier::id).toList();
    }

    /** Returns type and id of the related resources as far as the response named them. */
    @JsonValue
    public List<ResourceIdentifier> identifiers() {
        return linkage().identifiers();
    }

    /** Returns the related resources that the same response included. */
    public List<T> included() {
        return linkage().identifiers().stream()
                .map(identifier -> source.included(identifier, type))
                .filter(Objects::nonNull)
                .map(type::cast)
                .toList();
    }

    /** Returns how many related resources there are, or null if the response did not say. */
    public @Nullable Integer total() {
        Linkage linkage = linkage();
        Integer total = linkage.paging().total();
        if (total == null || total < linkage.identifiers().size()) {
            return null;
        }
        // Provisioning relationships say 0 however many there are (facts 5.4).
        return total == 0 && !linkage.hasData() ? null : total;
    }

    /**
     * Returns whether there are, or may be, more related resources than the response named.
     *
     * <p>Then only the relationship's own list has them all. If the response says neither how many there are nor how many
     * it would have named, a list of exactly ten or fifty counts as cut: that is where Apple cuts.
     */
    public boolean isTruncated() {
        Linkage linkage = linkage();
        int named = linkage.identifiers().size();
        Integer total = total();
        if (total != null) {
            return total > named;
        }
        Integer limit = linkage.paging().limit();
        // Provisioning relationships say 2147483647 (facts 5.4).
        if (limit != null && limit != Integer.MAX_VALUE) {
            return named >= limit;
        }
        return named == STANDARD_LIMIT || named == LARGEST_LIMIT;
    }

    /** Returns the links of the relationship. */
    public Links links() {
        return source.links(name);
    }

    private Linkage linkage() {
        return source.linkage(name);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ToMany<?> that
                && hasData() == that.hasData()
                && identifiers().equals(that.identifiers());
    }

    @Override
    public int hashCode() {
        return identifiers().hashCode();
    }

    @Override
    public String toString() {
        return "ToMany[" + (hasData() ? ids() + (isTruncated() ? " and more" : "") : "not said") + "]";
    }
}
