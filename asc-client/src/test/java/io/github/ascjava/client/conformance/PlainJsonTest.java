package io.github.ascjava.client.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.github.ascjava.client.jsonapi.OpenEnum;
import io.github.ascjava.client.jsonapi.Resource;
import io.github.ascjava.client.jsonapi.ResourceType;
import io.github.ascjava.client.jsonapi.ToMany;
import io.github.ascjava.client.jsonapi.ToOne;
import io.github.ascjava.client.jsonapi.UnknownFields;
import io.github.ascjava.client.retrofit.JsonApiConverterFactory;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import okhttp3.MediaType;
import okhttp3.ResponseBody;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import retrofit2.Converter;
import retrofit2.Retrofit;

/** A Jackson mapper without this library's module writes every resource flat. */
class PlainJsonTest {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Retrofit RETROFIT = new Retrofit.Builder()
            .baseUrl("http://localhost/")
            .addConverterFactory(JsonApiConverterFactory.create())
            .build();

    private static final ObjectMapper BARE = new ObjectMapper();
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    static Stream<Class<?>> resources() {
        return Generated.model().values().stream().filter(Resource.class::isAssignableFrom);
    }

    @ParameterizedTest
    @MethodSource("resources")
    void aResourceHasTypeAndIdAndWhatItsAccessorsHave(Class<? extends Resource> type) throws IOException {
        Resource resource = read(type, document(type, JSON.objectNode().put("new", 1)));

        assertThat(MAPPER.readTree(MAPPER.writeValueAsString(resource))).isEqualTo(plain(type));
    }

    @ParameterizedTest
    @MethodSource("resources")
    void aResourceOfWhichTheResponseSaidNothingHasTypeAndId(Class<? extends Resource> type) throws IOException {
        ObjectNode document = document(type, JSON.objectNode());
        document.withObject("/data").remove(List.of("attributes", "relationships"));

        Resource resource = read(type, document);

        assertThat(BARE.readTree(BARE.writeValueAsString(resource)))
                .isEqualTo(identifier(type).put("id", "1"));
    }

    @ParameterizedTest
    @MethodSource("resources")
    void whatATextHidesIsNotThereEither(Class<? extends Resource> type) throws IOException {
        Resource resource = read(type, document(type, JSON.objectNode()));
        String text = resource.toString();
        String json = MAPPER.writeValueAsString(resource);

        List<String> hidden = Arrays.stream(type.getRecordComponents())
                .filter(PlainJsonTest::isHidden)
                .map(RecordComponent::getName)
                .toList();
        assertThat(hidden).allSatisfy(name -> {
            assertThat(text).contains(name + "=***").doesNotContain("/hidden-" + name);
            assertThat(json).doesNotContain("/hidden-" + name);
        });
        assertThat(text).contains("unknownFields=");
    }

    private static boolean isHidden(RecordComponent component) {
        return component.getAccessor().isAnnotationPresent(JsonIgnore.class);
    }

    private static Resource read(Class<? extends Resource> type, JsonNode document) throws IOException {
        Converter<ResponseBody, Resource> converter = RETROFIT.responseBodyConverter(type, new Annotation[0]);
        Resource resource =
                converter.convert(ResponseBody.create(document.toString(), MediaType.get("application/json")));
        assertThat(resource).isNotNull();
        return resource;
    }

    /** A possible response, with a value for every known member and the given attributes. */
    private static ObjectNode document(Class<?> type, ObjectNode attributes) {
        ObjectNode relationships = JSON.objectNode();
        for (RecordComponent component : type.getRecordComponents()) {
            String name = Generated.jsonName(component);
            if (isRelationship(component)) {
                relationships.putObject(name).set("data", value(component));
            } else if (!isOwn(component)) {
                attributes.set(name, value(component));
            }
        }
        ObjectNode data = identifier(type).put("id", "1");
        data.set("attributes", attributes);
        data.set("relationships", relationships);
        return JSON.objectNode().set("data", data);
    }

    private static ObjectNode plain(Class<?> type) {
        ObjectNode plain = identifier(type).put("id", "1");
        for (RecordComponent component : type.getRecordComponents()) {
            if (!isOwn(component) && !isHidden(component)) {
                plain.set(component.getName(), withoutHidden(component.getGenericType(), value(component)));
            }
        }
        return plain;
    }

    private static ObjectNode identifier(Class<?> type) {
        return JSON.objectNode()
                .put("type", type.getAnnotation(ResourceType.class).value());
    }

    private static boolean isOwn(RecordComponent component) {
        return component.getName().equals("id") || component.getType() == UnknownFields.class;
    }

    private static boolean isRelationship(RecordComponent component) {
        return component.getType() == ToOne.class || component.getType() == ToMany.class;
    }

    private static JsonNode value(RecordComponent component) {
        return isHidden(component)
                ? JSON.textNode("https://example.com/hidden-" + component.getName())
                : value(component.getGenericType());
    }

    private static JsonNode value(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            if (generic.getRawType() == ToOne.class) {
                return related();
            }
            if (generic.getRawType() == ToMany.class) {
                return array(related());
            }
            return generic.getRawType() == Map.class
                    ? JSON.objectNode().set("key", value(arguments[1]))
                    : array(value(arguments[0]));
        }
        Class<?> raw = (Class<?>) type;
        if (raw.isRecord()) {
            ObjectNode object = JSON.objectNode();
            for (RecordComponent component : raw.getRecordComponents()) {
                object.set(Generated.jsonName(component), value(component));
            }
            return object;
        }
        if (OpenEnum.class.isAssignableFrom(raw)) {
            return JSON.textNode("NEXT_YEARS_VALUE");
        }
        JsonNode simple = SIMPLE.get(raw);
        if (simple == null) {
            throw new AssertionError("No value for an attribute of type " + raw + " yet; add one.");
        }
        return simple;
    }

    private static final Map<Class<?>, JsonNode> SIMPLE = Map.of(
            String.class, JSON.textNode("text"),
            Boolean.class, JSON.booleanNode(true),
            Integer.class, JSON.numberNode(7),
            Long.class, JSON.numberNode(7),
            Double.class, JSON.numberNode(1.5),
            BigDecimal.class, JSON.numberNode(1.5),
            URI.class, JSON.textNode("https://example.com/"),
            LocalDate.class, JSON.textNode("2026-11-23"),
            OffsetDateTime.class, JSON.textNode("2026-11-23T10:00:00Z"));

    private static JsonNode related() {
        return JSON.objectNode().put("type", "others").put("id", "2");
    }

    private static ArrayNode array(JsonNode element) {
        return JSON.arrayNode().add(element);
    }

    /** Removes from a value the members that its objects omit. */
    private static JsonNode withoutHidden(Type type, JsonNode value) {
        if (type instanceof ParameterizedType generic && value instanceof ArrayNode array) {
            return generic.getRawType() == List.class
                    ? array(withoutHidden(generic.getActualTypeArguments()[0], array.get(0)))
                    : value;
        }
        if (type instanceof Class<?> raw && raw.isRecord() && value instanceof ObjectNode object) {
            for (RecordComponent component : raw.getRecordComponents()) {
                String name = Generated.jsonName(component);
                if (isHidden(component)) {
                    object.remove(name);
                } else {
                    object.set(name, withoutHidden(component.getGenericType(), object.get(name)));
                }
            }
        }
        return value;
    }
}
