package io.github.ascjava.client.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.ascjava.client.jsonapi.Field;
import io.github.ascjava.client.jsonapi.Include;
import io.github.ascjava.client.jsonapi.JsonApiModule;
import io.github.ascjava.client.jsonapi.OpenEnum;
import io.github.ascjava.client.jsonapi.ResourceBody;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** String-backed types have the documented values and accept others. */
@Tag("document")
final class ValuesConformanceTest {

    private final Spec spec = Spec.load();
    private final List<String> problems = new ArrayList<>();

    @Test
    void everyNamedSetOfValuesHasATypeWithTheseConstants() {
        spec.schemas().forEach((name, schema) -> {
            if (schema.has("enum")) {
                Class<?> type = Generated.model(name);
                Set<String> constants =
                        type == null ? Set.of() : Generated.constants(type).keySet();
                Set<String> documented = Set.copyOf(Spec.texts(schema.path("enum")));
                // Some also have values that the live service is known to send.
                require(constants.containsAll(documented), name + ": " + constants + ", not " + documented);
            }
        });
        assertThat(problems).isEmpty();
    }

    @Test
    void attributesOfResourcesHaveATypeWithTheirValues() {
        spec.resources().forEach((name, schema) -> {
            Class<?> type = Generated.model(name);
            if (type == null) {
                problems.add(name + " has no class");
            } else {
                checkMembers(name, schema.path("properties").path("attributes"), Generated.components(type), List.of());
            }
        });
        assertThat(problems).isEmpty();
    }

    private void checkMembers(
            String place, JsonNode schema, Map<String, RecordComponent> components, List<Class<?>> above) {
        schema.path("properties").properties().forEach(member -> {
            RecordComponent component = components.get(member.getKey());
            String name = place + "." + member.getKey();
            if (component == null) {
                problems.add(name + " is missing");
            } else {
                checkType(name, member.getValue(), component.getGenericType(), above);
            }
        });
    }

    private void checkType(String place, JsonNode schema, Type type, List<Class<?>> above) {
        JsonNode resolved = spec.resolve(schema);
        if (type instanceof ParameterizedType generic) {
            boolean list = generic.getRawType() == List.class;
            require(list == resolved.has("items"), place + " is " + type);
            Type[] arguments = generic.getActualTypeArguments();
            checkType(
                    place,
                    resolved.path(list ? "items" : "additionalProperties"),
                    arguments[arguments.length - 1],
                    above);
        } else if (resolved.has("enum")) {
            checkConstants(place, spec.values(resolved), (Class<?>) type);
        } else if (type instanceof Class<?> c && c.isRecord() && !above.contains(c)) {
            List<Class<?>> deeper = new ArrayList<>(above);
            deeper.add(c);
            checkMembers(place, resolved, Generated.components(c), deeper);
        }
    }

    private void checkConstants(String place, List<String> documented, Class<?> type) {
        require(
                OpenEnum.class.isAssignableFrom(type)
                        && Generated.constants(type).keySet().containsAll(documented),
                place + " is " + type + " without all of " + documented);
    }

    @Test
    void attributesOfRequestsHaveATypeWithTheirValues() {
        spec.bodies().forEach((schema, data) -> {
            Class<?> type = Generated.model(schema.replaceFirst("Request$", ""));
            ResourceBody body = Arguments.full(type == null ? Object.class : type);
            data.path("properties")
                    .path("attributes")
                    .path("properties")
                    .properties()
                    .forEach(attribute -> {
                        JsonNode element = attribute.getValue().has("items")
                                ? attribute.getValue().path("items")
                                : attribute.getValue();
                        Object value = body.attributes().get(attribute.getKey());
                        Object single = value instanceof List<?> list ? list.get(0) : value;
                        List<String> documented = spec.values(element);
                        if (!documented.isEmpty() && single != null) {
                            checkConstants(schema + "." + attribute.getKey(), documented, single.getClass());
                        }
                    });
        });
        assertThat(problems).isEmpty();
    }

    @Test
    void undocumentedValuesAreKept() throws ReflectiveOperationException {
        ObjectMapper mapper = new ObjectMapper().registerModule(new JsonApiModule());
        int types = 0;
        for (Class<?> type : Generated.model().values()) {
            if (OpenEnum.class.isAssignableFrom(type)
                    && !Field.class.isAssignableFrom(type)
                    && !Include.class.isAssignableFrom(type)) {
                Method factory = type.getMethod("of", String.class);
                OpenEnum value = (OpenEnum) factory.invoke(null, "NOT YET KNOWN");
                assertThat(value.value()).isEqualTo("NOT YET KNOWN");
                assertThat(value).isEqualTo(factory.invoke(null, "NOT YET KNOWN"));
                assertThat(mapper.valueToTree(value).toString()).isEqualTo("\"NOT YET KNOWN\"");
                for (OpenEnum constant : Generated.constants(type).values()) {
                    assertThat(factory.invoke(null, constant.value())).isEqualTo(constant);
                }
                types++;
            }
        }
        assertThat(types).isGreaterThan(100);
    }

    @Test
    void membersOfResourcesAreInTheDocument() {
        spec.resources().forEach((name, schema) -> {
            Class<?> type = Generated.model(name);
            if (type != null) {
                Set<String> documented = new HashSet<>(Set.of("id", "unknownFields"));
                for (String part : List.of("attributes", "relationships")) {
                    schema.path("properties")
                            .path(part)
                            .path("properties")
                            .properties()
                            .forEach(each -> documented.add(each.getKey()));
                }
                Set<String> components = Generated.components(type).keySet();
                require(components.equals(documented), name + ": " + components + ", not " + documented);
            }
        });
        assertThat(problems).isEmpty();
    }

    private void require(boolean condition, String problem) {
        if (!condition) {
            problems.add(problem);
        }
    }
}
