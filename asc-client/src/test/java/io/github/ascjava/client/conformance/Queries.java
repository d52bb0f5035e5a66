package io.github.ascjava.client.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ascjava.client.call.IncludingQuery;
import io.github.ascjava.client.call.Query;
import io.github.ascjava.client.jsonapi.Field;
import io.github.ascjava.client.jsonapi.Include;
import io.github.ascjava.client.jsonapi.OpenEnum;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Creates queries with every parameter in the document, by typed methods only, and records what cannot be set. */
final class Queries {

    private final Spec spec;
    private final Map<String, List<Class<?>>> fieldTypes = Generated.fieldTypes();
    private final List<String> problems;
    private final int valuesPerParameter;

    /**
     * Creates queries.
     *
     * @param valuesPerParameter how many of the documented values are set; a URL with all of them is too long
     */
    Queries(Spec spec, List<String> problems, int valuesPerParameter) {
        this.spec = spec;
        this.problems = problems;
        this.valuesPerParameter = valuesPerParameter;
    }

    Query<?> full(Type type, SpecOperation operation) {
        return fill(type, operation, true);
    }

    Query<?> minimal(Type type, SpecOperation operation) {
        return fill(type, operation, false);
    }

    private Query<?> fill(Type type, SpecOperation operation, boolean all) {
        Class<?> raw = raw(type);
        Map<String, JsonNode> parameters = operation.queryParameters();
        List<String> required = parameters.entrySet().stream()
                .filter(each -> each.getValue().path("required").asBoolean())
                .map(Map.Entry::getKey)
                .toList();
        Query<?> query = construct(raw, operation, required);
        if (!all) {
            return query;
        }
        for (Map.Entry<String, JsonNode> parameter : parameters.entrySet()) {
            String name = parameter.getKey();
            String place = operation + " " + name;
            try {
                Map<String, String> expected = new HashMap<>(query);
                Query<?> next = set(type, query, name, parameter.getValue(), expected);
                if (!next.equals(expected)) {
                    problems.add(place + ": " + next.get(name) + " instead of " + expected.get(name));
                }
                query = next;
            } catch (ReflectiveOperationException | RuntimeException e) {
                problems.add(place + ": " + e + (e.getCause() == null ? "" : ", " + e.getCause()));
            }
        }
        return query;
    }

    /** The parameters of the only public constructor are those that the document requires, in its order. */
    private Query<?> construct(Class<?> type, SpecOperation operation, List<String> required) {
        Constructor<?>[] constructors = type.getConstructors();
        if (constructors.length != 1) {
            throw new AssertionError(type + " has " + constructors.length + " constructors.");
        }
        Constructor<?> constructor = constructors[0];
        List<String> names = Arrays.stream(constructor.getParameters())
                .map(java.lang.reflect.Parameter::getName)
                .toList();
        List<String> expected = required.stream().map(Queries::methodName).toList();
        if (!names.equals(expected)) {
            problems.add(operation + ": constructor takes " + names + ", required are " + expected);
        }
        Object[] arguments = new Object[names.size()];
        for (int i = 0; i < arguments.length && i < required.size(); i++) {
            JsonNode schema = operation.queryParameter(required.get(i)).path("schema");
            arguments[i] =
                    element(constructor.getParameterTypes()[i], values(schema).get(0));
        }
        try {
            Query<?> query = (Query<?>) constructor.newInstance(arguments);
            if (!query.keySet().equals(java.util.Set.copyOf(required))) {
                problems.add(operation + ": constructor sets " + query.keySet() + ", required are " + required);
            }
            return query;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(operation.name(), e);
        }
    }

    private Query<?> set(Type type, Query<?> query, String name, JsonNode parameter, Map<String, String> expected)
            throws ReflectiveOperationException {
        JsonNode schema = parameter.path("schema");
        String inner = name.replaceAll("^\\w+\\[|]$", "");
        if (name.startsWith("fields[") && schema.path("items").path("enum").isEmpty()) {
            // The document lists no fields of app keywords, so there is no constant for one.
            expected.put(name, "anything");
            return query.param(name, "anything");
        }
        if (name.startsWith("fields[")) {
            List<String> values = some(values(schema));
            expected.put(name, String.join(",", values));
            return query.fields(constants(fieldType(inner), values, name).stream()
                    .map(Field.class::cast)
                    .toArray(Field[]::new));
        }
        if (name.equals("include")) {
            List<String> values = some(values(schema));
            expected.put(name, String.join(",", values));
            Method method = IncludingQuery.class.getMethod("include", Include[].class);
            Include[] includes = constants(includeType(type), values, name).stream()
                    .map(Include.class::cast)
                    .toArray(Include[]::new);
            return call(method, query, new Object[] {includes});
        }
        if (name.startsWith("limit[")) {
            int maximum = schema.path("maximum").asInt();
            expected.put(name, String.valueOf(maximum));
            Method method = IncludingQuery.class.getMethod("limit", Include.class, int.class);
            return call(
                    method,
                    query,
                    constants(includeType(type), List.of(inner), name).get(0),
                    maximum);
        }
        return setOwn(query, name, parameter, expected);
    }

    private Query<?> setOwn(Query<?> query, String name, JsonNode parameter, Map<String, String> expected)
            throws ReflectiveOperationException {
        JsonNode schema = parameter.path("schema");
        Method method = Arrays.stream(query.getClass().getMethods())
                .filter(each -> each.getName().equals(methodName(name)) && each.getParameterCount() == 1)
                .findFirst()
                .orElseThrow(() -> new NoSuchMethodException(methodName(name)));
        if (method.isAnnotationPresent(Deprecated.class)
                != parameter.path("deprecated").asBoolean()) {
            problems.add(query.getClass().getSimpleName() + "." + method.getName() + ": deprecation differs");
        }
        Class<?> taken = method.getParameterTypes()[0];
        // The document types Boolean filters as lists of strings.
        boolean list = schema.path("type").asText().equals("array") && taken != boolean.class;
        if (list != method.isVarArgs()) {
            problems.add(query.getClass().getSimpleName() + "." + method.getName() + ": list or single differs");
        }
        if (schema.has("maximum")) {
            int maximum = schema.path("maximum").asInt();
            expected.put(name, String.valueOf(maximum));
            requireRefusal(method, query, maximum + 1);
            requireRefusal(method, query, -1);
            return call(method, query, maximum);
        }
        List<String> single =
                taken == boolean.class ? List.of("true") : values(schema).subList(0, 1);
        List<String> values = list ? some(values(schema)) : single;
        expected.put(name, String.join(",", values));
        if (!list) {
            return call(method, query, element(taken, values.get(0)));
        }
        Object array = Array.newInstance(taken.getComponentType(), values.size());
        for (int i = 0; i < values.size(); i++) {
            Array.set(array, i, element(taken.getComponentType(), values.get(i)));
        }
        return call(method, query, new Object[] {array});
    }

    private void requireRefusal(Method method, Query<?> query, int limit) {
        try {
            call(method, query, limit);
            problems.add(query.getClass().getSimpleName() + "." + method.getName() + " takes " + limit);
        } catch (ReflectiveOperationException e) {
            if (!(e.getCause() instanceof IllegalArgumentException)) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static Query<?> call(Method method, Query<?> query, Object... arguments)
            throws ReflectiveOperationException {
        return (Query<?>) method.invoke(query, arguments);
    }

    private List<String> values(JsonNode schema) {
        boolean list = schema.path("type").asText().equals("array");
        List<String> documented = spec.values(list ? schema.path("items") : schema);
        if (!documented.isEmpty()) {
            return documented;
        }
        return schema.path("type").asText().equals("boolean") ? List.of("true") : List.of("value-1", "value-2");
    }

    private List<String> some(List<String> values) {
        return values.subList(0, Math.min(valuesPerParameter, values.size()));
    }

    private Class<?> fieldType(String resourceType) {
        List<Class<?>> types = fieldTypes.getOrDefault(resourceType, List.of());
        if (types.size() != 1) {
            throw new IllegalStateException(types.size() + " classes for the fields of " + resourceType);
        }
        return types.get(0);
    }

    private static Object element(Class<?> type, String value) {
        if (type == boolean.class) {
            return Boolean.valueOf(value);
        }
        return OpenEnum.class.isAssignableFrom(type)
                ? constants(type, List.of(value), type.getSimpleName()).get(0)
                : value;
    }

    private static List<OpenEnum> constants(Class<?> type, List<String> values, String place) {
        Map<String, OpenEnum> known = Generated.constants(type);
        List<OpenEnum> constants = new ArrayList<>();
        for (String value : values) {
            OpenEnum constant = known.get(value);
            if (constant == null) {
                throw new IllegalStateException(place + ": " + type.getSimpleName() + " has no constant for " + value);
            }
            constants.add(constant);
        }
        return constants;
    }

    private static Class<?> includeType(Type query) {
        Type generic = query instanceof Class<?> c ? c.getGenericSuperclass() : query;
        Type[] arguments = ((ParameterizedType) generic).getActualTypeArguments();
        return (Class<?>) arguments[arguments.length - 1];
    }

    static Class<?> raw(Type type) {
        return (Class<?>) (type instanceof ParameterizedType generic ? generic.getRawType() : type);
    }

    /** {@code filter[appStoreVersions.platform]} is set by {@code filterAppStoreVersionsPlatform}. */
    static String methodName(String parameter) {
        StringBuilder name = new StringBuilder();
        for (String part : parameter.split("[\\[\\].]+", 0)) {
            name.append(name.isEmpty() ? part : Generated.capitalized(part));
        }
        return name.toString();
    }

    /** The typed methods that a query class declares. */
    static List<String> ownMethods(Class<?> query) {
        return Arrays.stream(query.getDeclaredMethods())
                .filter(method -> !method.isBridge() && !method.isSynthetic())
                .map(Method::getName)
                .toList();
    }

    static @Nullable Class<?> rawOrNull(@Nullable Type type) {
        return type == null ? null : raw(type);
    }
}
