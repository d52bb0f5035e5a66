package io.github.ascjava.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ascjava.client.jsonapi.Resource;
import io.github.ascjava.client.jsonapi.ResourceType;
import io.github.ascjava.client.retrofit.JsonApiConverterFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okhttp3.MediaType;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Converter;
import retrofit2.Retrofit;

/**
 * A JSON:API resource object: add it to a sandbox, write {@link Documents} with it, or convert it to a record.
 *
 * <pre>{@code
 * App app = ResourceObject.of("apps", "1").attribute("name", "Demo").as(App.class);
 * }</pre>
 *
 * <p>Not thread-safe; the methods modify this object and return it.
 *
 * @since 0.1.0
 */
public final class ResourceObject {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final MediaType JSON = MediaType.get("application/json");

    private final String type;
    private final String id;
    private final ObjectNode attributes = JsonNodeFactory.instance.objectNode();
    private final Map<String, Related> relationships = new LinkedHashMap<>();

    private ResourceObject(String type, String id) {
        this.type = type;
        this.id = id;
    }

    /**
     * Creates a resource object.
     *
     * @param type Apple's name of the type, such as {@code apps}
     */
    public static ResourceObject of(String type, String id) {
        return new ResourceObject(type, id);
    }

    /**
     * Sets an attribute.
     *
     * @param value a text, number or boolean, a list or a map of these, or null for an explicit null
     */
    public ResourceObject attribute(String name, @Nullable Object value) {
        attributes.set(name, MAPPER.valueToTree(value));
        return this;
    }

    /** Sets a to-one relationship. */
    public ResourceObject toOne(String relationship, String relatedType, String relatedId) {
        relationships.put(relationship, new Related(false, relatedType, List.of(relatedId)));
        return this;
    }

    /** Sets a to-many relationship. */
    public ResourceObject toMany(String relationship, String relatedType, String... relatedIds) {
        relationships.put(relationship, new Related(true, relatedType, List.of(relatedIds)));
        return this;
    }

    /**
     * Reads the resource as the client does.
     *
     * @param resourceClass such as {@code App.class}
     * @throws IllegalArgumentException if it is the class of another type
     */
    public <T extends Resource> T as(Class<T> resourceClass) {
        ResourceType expected = resourceClass.getAnnotation(ResourceType.class);
        if (expected == null || !expected.value().equals(type)) {
            throw new IllegalArgumentException(
                    "A resource of type '" + type + "' cannot be read as " + resourceClass.getSimpleName() + ".");
        }
        Retrofit retrofit = new Retrofit.Builder().baseUrl("http://127.0.0.1/").build();
        Converter<ResponseBody, ?> converter = JsonApiConverterFactory.create()
                .responseBodyConverter(resourceClass, resourceClass.getAnnotations(), retrofit);
        if (converter == null) {
            throw new IllegalStateException("The client reads every resource class.");
        }
        try {
            return resourceClass.cast(converter.convert(ResponseBody.create(Documents.one(this), JSON)));
        } catch (IOException e) {
            throw new UncheckedIOException("A string in memory can be read.", e);
        }
    }

    String type() {
        return type;
    }

    String id() {
        return id;
    }

    ObjectNode attributes() {
        return attributes;
    }

    Map<String, Related> relationships() {
        return relationships;
    }

    ObjectNode toJson() {
        ObjectNode json =
                JsonNodeFactory.instance.objectNode().put("type", type).put("id", id);
        json.set("attributes", attributes);
        if (!relationships.isEmpty()) {
            ObjectNode written = json.putObject("relationships");
            relationships.forEach((name, related) -> related.write(written.putObject(name)));
        }
        return json;
    }

    /** Returns the resource in JSON. */
    @Override
    public String toString() {
        return toJson().toString();
    }

    /** The target of a relationship. */
    record Related(boolean many, String type, List<String> ids) {

        void write(ObjectNode relationship) {
            List<ObjectNode> data = new ArrayList<>();
            for (String each : ids) {
                data.add(JsonNodeFactory.instance.objectNode().put("type", type).put("id", each));
            }
            if (many) {
                ArrayNode list = relationship.putArray("data");
                list.addAll(data);
            } else {
                relationship.set("data", data.get(0));
            }
        }
    }
}
