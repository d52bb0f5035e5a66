package io.github.ascjava.client.jsonapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * A resource of App Store Connect: something with a type and an id.
 *
 * <p>Resources are flat, immutable records: attributes and relationships are accessors side by side. Each attribute may
 * be null, because a response holds only the fields that were asked for; relationships are never null. Only accessors
 * are API; the constructors change whenever Apple adds a field. Resources are values and never call the network.
 *
 * <p>Jackson, 2 or 3, writes a resource flat, as its accessors have it: the id, the type, attributes and relationships, the
 * latter as type and id of the related resources. It leaves out what is null and what the response did not say. With
 * {@link JsonApiModule}, Jackson 2 writes the resource object as it was received instead.
 */
@JsonPropertyOrder({"id", "type"})
@JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = PlainInclusion.class)
public interface Resource {

    /** Returns the id, an opaque text that is unique among the resources of this type. */
    String id();

    /** Returns the JSON:API type, such as {@code apps}. */
    @JsonProperty("type")
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
