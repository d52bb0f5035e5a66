package io.github.ascjava.client.jsonapi;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A relationship to any number of resources.
 *
 * <p>Either the response has no resource linkage for the relationship ({@link #hasData()} is false), or it names the
 * related resources, of which there may be none. Apple truncates included lists at ten, or fifty at most; see
 * {@link #isTruncated()}. Immutable and thread-safe. Equality and {@link #toString()} go by the identifiers, never by
 * the included resources.
 *
 * @param <T> the class of the related resources
 * @since 0.1.0
 */
public final class ToMany<T> {

    /** The number of resources that Apple includes by default (docs/live-service.md#included-lists-are-truncated). */
    private static final int STANDARD_LIMIT = 10;
    /** The maximum for nearly all operations. */
    private static final int LARGEST_LIMIT = 50;

    private final ResourceSource source;
    private final String name;
    private final Class<T> type;

    ToMany(ResourceSource source, String name, Class<T> type) {
        this.source = source;
        this.name = name;
        this.type = type;
    }

    /** Returns whether the response has resource linkage; if not, include the relationship or read it by itself. */
    public boolean hasData() {
        return linkage().hasData();
    }

    /** Returns the IDs of the related resources in the response. */
    public List<String> ids() {
        return linkage().identifiers().stream().map(ResourceIdentifier::id).toList();
    }

    /** Returns type and ID of the related resources in the response. */
    @JsonValue
    public List<ResourceIdentifier> identifiers() {
        return linkage().identifiers();
    }

    /** Returns the related resources that the same response included. */
    public List<T> included() {
        return linkage().included().stream().map(resource -> resource.as(type)).toList();
    }

    /** Returns the number of related resources, or null if the response did not report it. */
    public @Nullable Integer total() {
        Linkage linkage = linkage();
        Integer total = linkage.paging().total();
        if (total == null || total < linkage.identifiers().size()) {
            return null;
        }
        // Provisioning relationships always say 0 (docs/live-service.md#provisioning-paging-is-meaningless).
        return total == 0 && !linkage.hasData() ? null : total;
    }

    /**
     * Returns whether there are, or may be, more related resources than those in the response.
     *
     * <p>If so, only the relationship's own list is complete. If the response reports neither a total nor a limit, a
     * list of exactly ten or fifty counts as truncated, because Apple truncates there.
     */
    public boolean isTruncated() {
        Linkage linkage = linkage();
        int named = linkage.identifiers().size();
        Integer total = total();
        if (total != null) {
            return total > named;
        }
        Integer limit = linkage.paging().limit();
        // Provisioning relationships say 2147483647.
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
