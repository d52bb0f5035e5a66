package io.github.ascjava.client.jsonapi;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The response that contains {@link Included} resources. Thread-safe. */
interface IncludedSource {

    Set<ResourceIdentifier> identifiers();

    /** Returns an included resource as the given class, or null if it is absent. */
    <T> @Nullable T get(ResourceIdentifier identifier, Class<T> type);

    /** Returns the JSON of an included resource, or null if it is absent. */
    @Nullable
    String json(ResourceIdentifier identifier);

    /** Returns the JSON of the whole response. */
    String documentJson();

    /** Writes the whole response as received. */
    void write(JsonGenerator generator) throws IOException;
}
