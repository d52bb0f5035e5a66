package io.github.ascjava.client.jsonapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * A resource of App Store Connect, with a type and an ID.
 *
 * <p>Resources are flat, immutable records: attributes and relationships are accessors side by side. Each attribute may
 * be null, because a response has only the requested fields; relationships are never null. Only accessors
 * are API; the constructors change whenever Apple adds a field. Resources are values and never call the network.
 *
 * <p>A resource keeps its own JSON, in at most eight times as many bytes, and the included resources that its
 * relationships lead to, but not the page that it came with: an app of 10 KB takes 27 KB. The resource of a response without
 * a list keeps that response.
 *
 * <p>Jackson 2 and 3 write a resource flat, like its accessors: the ID, the type, attributes and relationships, the
 * latter as type and ID of the related resources. Nulls and relationships without resource linkage are omitted. With
 * {@link JsonApiModule}, Jackson 2 writes the resource object as it was received instead.
 *
 * @since 0.1.0
 */
@JsonPropertyOrder({"id", "type"})
@JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = PlainInclusion.class)
public interface Resource {

    /** Returns the ID, an opaque string that is unique among the resources of this type. */
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

    /** Returns the members of the resource that this version of the library does not know. */
    UnknownFields unknownFields();
}
