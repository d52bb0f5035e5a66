package io.github.ascjava.client.jsonapi;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The response that a value was read from, for reading on demand. Thread-safe. */
interface ResourceSource {

    Linkage linkage(String relationship);

    Links links(String relationship);

    /** Returns all included resources if the value keeps its response, or those that it leads to. */
    Included included();

    /** Returns the relationships that the value's class does not have, or cannot hold completely. */
    Map<String, @Nullable Object> unknownRelationships();

    /** Returns whether another value is the same resource by type and ID, or both are no resources. */
    boolean isOfSameResource(ResourceSource other);

    /** Returns whether {@link #unknownRelationships()} are equal; reads JSON only if its bytes differ. */
    boolean hasSameUnknownRelationships(ResourceSource other);

    /** Returns the JSON of the value. */
    String json();

    /** Returns the JSON of the whole response, or null if the value does not keep it. */
    @Nullable
    String documentJson();

    /** Writes the value as received. */
    void write(JsonGenerator generator) throws IOException;
}
