package io.github.ascjava.client.jsonapi;

/**
 * A resource of App Store Connect: something with a type and an id.
 *
 * <p>Resources are flat, immutable records: attributes and relationships are accessors side by side. Each attribute may
 * be null, because a response holds only the fields that were asked for; relationships are never null. Only accessors
 * are API; the constructors change whenever Apple adds a field. Resources are values and never call the network.
 */
public interface Resource {

    /** Returns the id, an opaque text that is unique among the resources of this type. */
    String id();

    /** Returns the JSON:API type, such as {@code apps}. */
    default String type() {
        ResourceType type = getClass().getAnnotation(ResourceType.class);
        if (type == null) {
            throw new IllegalStateException(getClass().getName() + " has no @ResourceType.");
        }
        return type.value();
    }

    /** Returns what the response said beyond what this class knows. */
    UnknownFields unknownFields();
}
