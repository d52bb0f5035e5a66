package io.github.ascjava.client.jsonapi;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A relationship to at most one resource.
 *
 * <p>There are three cases: the response has no resource linkage ({@link #hasData()} is false), there is no related resource
 * ({@link #hasData()} is true and {@link #id()} null), or there is one. Immutable and thread-safe. Equality and
 * {@link #toString()} go by the identifier, never by the included resource.
 *
 * @param <T> the class of the related resource
 * @since 0.1.0
 */
public final class ToOne<T> {

    private final ResourceSource source;
    private final String name;
    private final Class<T> type;

    ToOne(ResourceSource source, String name, Class<T> type) {
        this.source = source;
        this.name = name;
        this.type = type;
    }

    /** Returns whether the response has resource linkage, null included; if not, include the relationship. */
    public boolean hasData() {
        return linkage().hasData();
    }

    /** Returns the ID of the related resource, or null if there is none or no resource linkage. */
    public @Nullable String id() {
        ResourceIdentifier identifier = identifier();
        return identifier == null ? null : identifier.id();
    }

    /** Returns type and ID of the related resource, or null if there is none or no resource linkage. */
    @JsonValue
    public @Nullable ResourceIdentifier identifier() {
        List<ResourceIdentifier> identifiers = linkage().identifiers();
        return identifiers.isEmpty() ? null : identifiers.get(0);
    }

    /** Returns the related resource if the same response included it. */
    public Optional<T> included() {
        ResourceIdentifier identifier = identifier();
        return linkage().included().stream()
                .filter(resource -> resource.identifier().equals(identifier))
                .findFirst()
                .map(resource -> resource.as(type));
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
        return other instanceof ToOne<?> that
                && hasData() == that.hasData()
                && Objects.equals(identifier(), that.identifier());
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(identifier());
    }

    @Override
    public String toString() {
        ResourceIdentifier identifier = identifier();
        String content = identifier == null ? "none" : identifier.toString();
        return "ToOne[" + (hasData() ? content : "not said") + "]";
    }
}
