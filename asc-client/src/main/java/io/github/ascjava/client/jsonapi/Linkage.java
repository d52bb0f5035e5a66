package io.github.ascjava.client.jsonapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The resource linkage of a relationship, to-one or to-many.
 *
 * <p>It leads to the included resources that it names, so that a resource keeps those and not its response.
 */
final class Linkage {

    static final Linkage ABSENT = new Linkage(false, List.of(), Paging.UNSAID);

    private final boolean hasData;
    private final List<ResourceIdentifier> identifiers;
    private final Paging paging;
    /** Set once at the end of a response, because most responses have data before what they include. */
    private volatile List<IncludedResource> included = List.of();

    Linkage(boolean hasData, List<ResourceIdentifier> identifiers, Paging paging) {
        this.hasData = hasData;
        this.identifiers = identifiers;
        this.paging = paging;
    }

    /** Returns whether there was a {@code data} member of a documented shape, be it null or empty. */
    boolean hasData() {
        return hasData;
    }

    /** Returns the resource identifiers in it. */
    List<ResourceIdentifier> identifiers() {
        return identifiers;
    }

    /** Returns the reported number of related resources. */
    Paging paging() {
        return paging;
    }

    /** Returns the included resources among those that it identifies, in this order. */
    List<IncludedResource> included() {
        return included;
    }

    /** Finds the resources that the response included; called once. */
    void resolve(Function<ResourceIdentifier, @Nullable IncludedResource> finder) {
        List<IncludedResource> found = new ArrayList<>(identifiers.size());
        for (ResourceIdentifier identifier : identifiers) {
            IncludedResource resource = finder.apply(identifier);
            if (resource != null) {
                found.add(resource);
            }
        }
        included = List.copyOf(found);
    }

    /** Returns whether a linkage can hold all of a relationship's data, or the relationship has none. */
    static boolean canHold(@Nullable Object relationship) {
        if (!(relationship instanceof Map<?, ?> object)) {
            return relationship == null;
        }
        Object data = object.get("data");
        return data instanceof List<?> list
                ? list.stream().allMatch(Linkage::isIdentifier)
                : data == null || isIdentifier(data);
    }

    private static boolean isIdentifier(@Nullable Object value) {
        return value instanceof Map<?, ?> object
                && object.get("type") instanceof String
                && object.get("id") instanceof String;
    }
}
