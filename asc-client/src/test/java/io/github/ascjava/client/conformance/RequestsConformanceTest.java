package io.github.ascjava.client.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.ascjava.client.jsonapi.Field;
import io.github.ascjava.client.jsonapi.ResourceBody;
import io.github.ascjava.client.jsonapi.UpdateRequest;
import io.github.ascjava.client.retrofit.JsonApiConverterFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import okhttp3.RequestBody;
import okio.Buffer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import retrofit2.Converter;
import retrofit2.Retrofit;

/** Request bodies can express everything that the document allows. */
@Tag("document")
final class RequestsConformanceTest {

    private static final Retrofit RETROFIT =
            new Retrofit.Builder().baseUrl("https://localhost/").build();

    private final Spec spec = Spec.load();
    private final ObjectMapper mapper = new ObjectMapper();
    private final JsonApiConverterFactory factory = JsonApiConverterFactory.create();
    private final Map<String, List<Class<?>>> fieldTypes = Generated.fieldTypes();
    private final List<String> problems = new ArrayList<>();

    @Test
    void everySchemaHasAClass() {
        assertThat(spec.bodies()).hasSizeGreaterThan(250);
        assertThat(spec.bodies().keySet())
                .allSatisfy(schema -> assertThat(ResourceBody.class).isAssignableFrom(type(schema)));
        assertThat(Generated.model().values().stream()
                        .filter(ResourceBody.class::isAssignableFrom)
                        .count())
                .isEqualTo(spec.bodies().size());
    }

    @Test
    void buildChecksWhatIsRequiredAndNothingElse() {
        forEach((schema, data) -> {
            List<String> missing = Arguments.missing(Arguments.builder(type(schema)));
            require(missing.equals(required(data)), schema + ": checks " + missing + ", not " + required(data));
            Set<String> least = names(Arguments.minimal(type(schema)));
            require(least.equals(new TreeSet<>(required(data))), schema + ": has " + least);
        });
    }

    @Test
    void everyAttributeAndRelationshipCanBeSetUnderItsName() {
        forEach((schema, data) -> {
            ResourceBody body = Arguments.full(type(schema));
            Set<String> documented = new TreeSet<>();
            for (String part : List.of("attributes", "relationships")) {
                data.path("properties")
                        .path(part)
                        .path("properties")
                        .properties()
                        .forEach(each -> documented.add(each.getKey()));
            }
            require(names(body).equals(documented), schema + ": " + names(body) + ", not " + documented);
            require(body.type().equals(Spec.type(data)), schema + ": " + body.type());
        });
    }

    @Test
    void whatIsSentFitsTheSchema() {
        forEach((schema, data) -> {
            checkSent(schema, Arguments.full(type(schema)));
            spec.leastOf(schema).forEach(least -> checkSent(schema, Arguments.with(type(schema), least)));
        });
    }

    private void checkSent(String schema, ResourceBody body) {
        JsonNode json = json(schema, body);
        List<String> found = schema.endsWith("InlineCreate")
                ? SchemaCheck.problems(spec, spec.schema(schema), json.path("data"))
                : SchemaCheck.problems(spec, spec.schema(schema), json);
        found.forEach(problem -> problems.add(schema + ": " + problem));
    }

    @Test
    void onlyWhatWasSetIsSent() {
        forEach((schema, data) -> {
            for (Method setter : setters(schema)) {
                ResourceBody.Builder<?, ?> builder = Arguments.builder(type(schema));
                Arguments.call(setter, builder, Arguments.of(setter.getGenericParameterTypes()[0]));
                List<String> others = Arguments.missing(builder);
                Arguments.setMissing(builder);
                JsonNode sent = json(schema, builder.build()).path("data");
                Set<String> names = new TreeSet<>();
                sent.path("attributes").properties().forEach(each -> names.add(each.getKey()));
                sent.path("relationships").properties().forEach(each -> names.add(each.getKey()));
                others.forEach(names::remove);
                require(names.size() == 1, schema + "." + setter.getName() + ": sends " + names);
            }
        });
    }

    @Test
    void whatTheDocumentLetsRequestsClearCanBeClearedAndNothingElse() {
        List<Field> cleared = new ArrayList<>();
        forEach((schema, data) -> {
            for (Field field : fields(String.valueOf(Spec.type(data)))) {
                JsonNode attribute = member(data, "attributes", field);
                JsonNode relationship =
                        member(data, "relationships", field).path("properties").path("data");
                boolean clearable = attribute.path("nullable").asBoolean()
                        || (schema.endsWith("UpdateRequest") && !relationship.isMissingNode());
                ResourceBody.Builder<?, ?> builder = Arguments.builder(type(schema));
                try {
                    builder.clear(field);
                } catch (IllegalArgumentException e) {
                    require(!clearable, schema + "." + field + ": " + e.getMessage());
                    continue;
                }
                Arguments.setMissing(builder);
                JsonNode sent = json(schema, builder.build()).path("data");
                JsonNode value = sent.path("attributes").has(field.value())
                        ? sent.path("attributes").path(field.value())
                        : sent.path("relationships").path(field.value()).path("data");
                boolean empty = relationship.has("items") ? value.isArray() && value.isEmpty() : value.isNull();
                require(clearable && empty, schema + "." + field + ": sends " + value);
                cleared.add(field);
            }
        });
        assertThat(cleared).hasSizeGreaterThan(400);
    }

    @Test
    void emptyToManyRelationshipsAreSentAsEmptyLists() {
        forEach((schema, data) -> {
            for (Method setter : setters(schema)) {
                if (setter.getParameterTypes()[0] == Collection.class) {
                    ResourceBody.Builder<?, ?> builder = Arguments.builder(type(schema));
                    Arguments.call(setter, builder, List.of());
                    Arguments.setMissing(builder);
                    String json = json(schema, builder.build()).toString();
                    require(json.contains("{\"data\":[]}"), schema + "." + setter.getName() + ": " + json);
                }
            }
        });
    }

    @Test
    void resourcesCreatedWithARequestAreIncludedUnderLocalIds() {
        List<String> creating = new ArrayList<>();
        forEach((schema, data) -> {
            JsonNode json = json(schema, Arguments.full(type(schema)));
            if (!json.has("included")) {
                return;
            }
            creating.add(schema);
            Map<String, String> typeById = new HashMap<>();
            for (JsonNode each : json.path("included")) {
                String id = each.path("id").asText();
                require(id.matches("\\$\\{[A-Za-z0-9-]+}"), schema + ": id " + id);
                require(typeById.put(id, each.path("type").asText()) == null, schema + ": twice " + id);
            }
            Set<String> referred = new HashSet<>();
            List<JsonNode> resources = new ArrayList<>();
            resources.add(json.path("data"));
            json.path("included").forEach(resources::add);
            for (JsonNode resource : resources) {
                for (JsonNode relationship : resource.path("relationships")) {
                    JsonNode linked = relationship.path("data");
                    for (JsonNode each : linked.isArray() ? linked : List.of(linked)) {
                        String id = each.path("id").asText();
                        if (id.startsWith("${")) {
                            referred.add(id);
                            require(each.path("type").asText().equals(typeById.get(id)), schema + ": " + each);
                        }
                    }
                }
            }
            require(referred.equals(typeById.keySet()), schema + ": refers to " + referred + " of " + typeById);
        });
        assertThat(creating).isNotEmpty();
    }

    @Test
    void everySchemaThatMayBeIncludedCanBeReached() {
        forEach((schema, data) -> {
            List<String> documented = Spec.refs(
                    spec.schema(schema).path("properties").path("included").path("items"));
            Set<String> types = new TreeSet<>();
            json(schema, Arguments.full(type(schema)))
                    .path("included")
                    .forEach(each -> types.add(each.path("type").asText()));
            for (String each : documented) {
                if (each.endsWith("InlineCreate") && !spec.body(each).isMissingNode()) {
                    require(types.contains(Spec.type(spec.schema(each))), schema + ": cannot include " + each);
                }
            }
        });
    }

    private void forEach(Rule rule) {
        spec.bodies().forEach(rule::check);
        assertThat(problems).isEmpty();
    }

    private static List<String> required(JsonNode data) {
        List<String> required = new ArrayList<>(
                Spec.texts(data.path("properties").path("attributes").path("required")));
        required.addAll(Spec.texts(data.path("properties").path("relationships").path("required")));
        List<String> members = new ArrayList<>();
        for (String part : List.of("attributes", "relationships")) {
            data.path("properties").path(part).path("properties").fieldNames().forEachRemaining(members::add);
        }
        return members.stream().filter(required::contains).toList();
    }

    private List<Field> fields(String type) {
        return fieldTypes.getOrDefault(type, List.of()).stream()
                .flatMap(each -> Generated.constants(each).values().stream())
                .map(Field.class::cast)
                .toList();
    }

    private static JsonNode member(JsonNode data, String part, Field field) {
        return data.path("properties").path(part).path("properties").path(field.value());
    }

    private static List<Method> setters(String schema) {
        return Arguments.setters(Arguments.builder(type(schema)).getClass());
    }

    private static Class<?> type(String schema) {
        Class<?> type = Generated.model(schema.replaceFirst("Request$", ""));
        if (type == null) {
            throw new AssertionError(schema + " has no class.");
        }
        return type;
    }

    private static Set<String> names(ResourceBody body) {
        Set<String> names = new TreeSet<>(body.attributes().keySet());
        names.addAll(body.relationships().keySet());
        return names;
    }

    /** Converts a body as for sending it. */
    private JsonNode json(String schema, ResourceBody body) {
        Object sent = schema.endsWith("UpdateRequest") ? new UpdateRequest<>("some-id", body) : body;
        @SuppressWarnings("unchecked") // The converter for the object's own class.
        Converter<Object, RequestBody> converter = (Converter<Object, RequestBody>) Objects.requireNonNull(
                factory.requestBodyConverter(sent.getClass(), new Annotation[0], new Annotation[0], RETROFIT));
        try (Buffer buffer = new Buffer()) {
            Objects.requireNonNull(converter.convert(sent)).writeTo(buffer);
            return mapper.readTree(buffer.readByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void require(boolean condition, String problem) {
        if (!condition) {
            problems.add(problem);
        }
    }

    @FunctionalInterface
    private interface Rule {
        void check(String schema, JsonNode data);
    }
}
