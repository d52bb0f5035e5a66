package io.github.ascjava.client.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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

/** Request bodies can say all that the document lets them say. */
@Tag("document")
final class RequestsConformanceTest {

    private static final Retrofit RETROFIT =
            new Retrofit.Builder().baseUrl("https://localhost/").build();

    private final Spec spec = Spec.load();
    private final ObjectMapper mapper = new ObjectMapper();
    private final JsonApiConverterFactory factory = JsonApiConverterFactory.create();
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
    void builderTakesWhatIsRequiredAndNothingElse() {
        forEach((schema, data) -> {
            ResourceBody body = Arguments.minimal(type(schema));
            List<String> required = new ArrayList<>();
            required.addAll(
                    Spec.texts(data.path("properties").path("attributes").path("required")));
            required.addAll(
                    Spec.texts(data.path("properties").path("relationships").path("required")));
            require(names(body).equals(new TreeSet<>(required)), schema + ": " + names(body) + ", not " + required);
            int parameters = Arguments.factory(type(schema)).getParameterCount();
            require(parameters == required.size(), schema + ": builder takes " + parameters);
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
            checkSent(schema, Arguments.minimal(type(schema)));
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
            Set<String> required = names(Arguments.minimal(type(schema)));
            for (Method setter : setters(schema)) {
                ResourceBody.Builder<?, ?> builder = Arguments.builder(type(schema));
                Arguments.call(setter, builder, Arguments.of(setter.getGenericParameterTypes()[0]));
                JsonNode sent = json(schema, builder.build()).path("data");
                Set<String> names = new TreeSet<>();
                sent.path("attributes").properties().forEach(each -> names.add(each.getKey()));
                sent.path("relationships").properties().forEach(each -> names.add(each.getKey()));
                names.removeAll(required);
                require(names.size() == 1, schema + "." + setter.getName() + ": sends " + names);
            }
        });
    }

    @Test
    void optionalAttributesAndToOneRelationshipsCanBeSentAsNull() {
        forEach((schema, data) -> {
            Set<String> cleared = new HashSet<>();
            for (Method setter : setters(schema)) {
                Class<?> parameter = setter.getParameterTypes()[0];
                if (Arguments.isInline(setter) || setter.isVarArgs() || parameter == Collection.class) {
                    continue;
                }
                ResourceBody.Builder<?, ?> builder = Arguments.builder(type(schema));
                Arguments.call(setter, builder, new Object[] {null});
                JsonNode sent = json(schema, builder.build()).path("data");
                sent.path("attributes").properties().stream()
                        .filter(each -> each.getValue().isNull())
                        .forEach(each -> cleared.add(each.getKey()));
                sent.path("relationships").properties().stream()
                        .filter(each -> each.getValue().has("data")
                                && each.getValue().path("data").isNull())
                        .forEach(each -> cleared.add(each.getKey()));
            }
            data.path("properties").path("attributes").path("properties").properties().stream()
                    .filter(each -> each.getValue().path("nullable").asBoolean())
                    .filter(each -> !cleared.contains(each.getKey()))
                    .forEach(each -> problems.add(schema + "." + each.getKey() + ": cannot be null"));
            data.path("properties").path("relationships").path("properties").properties().stream()
                    .filter(each -> schema.endsWith("UpdateRequest"))
                    .filter(each ->
                            each.getValue().path("properties").path("data").has("properties"))
                    .filter(each -> !cleared.contains(each.getKey()))
                    .forEach(each -> problems.add(schema + "." + each.getKey() + ": cannot be cleared"));
        });
    }

    @Test
    void emptyToManyRelationshipsAreSentAsEmptyLists() {
        forEach((schema, data) -> {
            for (Method setter : setters(schema)) {
                if (setter.getParameterTypes()[0] == Collection.class) {
                    ResourceBody.Builder<?, ?> builder = Arguments.builder(type(schema));
                    Arguments.call(setter, builder, List.of());
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

    /** Goes the way that a body goes to the server. */
    private JsonNode json(String schema, ResourceBody body) {
        Object sent = schema.endsWith("UpdateRequest") ? new UpdateRequest<>("some-id", body) : body;
        @SuppressWarnings("unchecked") // The converter is that of the object's own class.
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
