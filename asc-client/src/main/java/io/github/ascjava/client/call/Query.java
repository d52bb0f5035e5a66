package io.github.ascjava.client.call;

import io.github.ascjava.client.jsonapi.Field;
import java.util.AbstractMap;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The query parameters of one operation; the base of the query classes of the API interfaces.
 *
 * <p>Immutable: each method returns a new query. It is a map from names to values for Retrofit; use the methods of the
 * subclasses.
 *
 * @param <Q> the class of the query itself
 * @since 0.1.0
 */
public abstract class Query<Q extends Query<Q>> extends AbstractMap<String, String> {

    /** No operation allows more; those for price points allow as many. */
    static final int LARGEST_LIMIT = 8000;

    private final Map<String, String> parameters;
    private final Function<Map<String, String>, Q> copy;

    /**
     * Copies the parameters of another query, or starts without any.
     *
     * @param copy creates a query of the same class with other parameters
     */
    protected Query(Map<String, String> parameters, Function<Map<String, String>, Q> copy) {
        this.parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        this.copy = copy;
    }

    /**
     * Limits resources to the given fields; all others are null or absent.
     *
     * @param fields at least one; fields of several types, such as those of included resources, may be mixed. Apple
     *     rejects fields of a type that the operation does not return
     */
    public final Q fields(Field... fields) {
        Map<String, List<Field>> byType = Arrays.stream(fields)
                .collect(Collectors.groupingBy(Field::resourceType, TreeMap::new, Collectors.toList()));
        if (byType.isEmpty()) {
            throw new IllegalArgumentException("At least one field is required.");
        }
        Map<String, String> changed = new LinkedHashMap<>(parameters);
        byType.forEach((type, ofType) -> {
            String name = "fields[" + type + "]";
            changed.put(name, joined(name, ofType.toArray()));
        });
        return copy.apply(changed);
    }

    /**
     * Sets any parameter, such as one that Apple added after this library was released.
     *
     * @param name the name, such as {@code filter[platform]}
     * @param values the values, which replace earlier ones; several are sent as a comma-separated list
     * @throws IllegalArgumentException if there is no value, or one contains a comma, which cannot be escaped
     */
    public final Q param(String name, String... values) {
        return set(name, (Object[]) values);
    }

    /** Sets a parameter to one or more values. */
    protected final Q set(String name, Object... values) {
        return with(name, joined(name, values));
    }

    /** Sets a parameter with a single string value, which may contain commas. */
    protected final Q single(String name, Object value) {
        return with(name, value.toString());
    }

    /** Sets a limit after checking it against the document's range. */
    protected final Q limited(String name, int limit, int maximum) {
        if (limit < 0 || limit > maximum) {
            throw new IllegalArgumentException(
                    "The parameter " + name + " must be 0 to " + maximum + ", but was " + limit + ".");
        }
        return set(name, limit);
    }

    private Q with(String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(parameters);
        changed.put(name, value);
        return copy.apply(changed);
    }

    private static String joined(String name, Object[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("The parameter " + name + " needs at least one value.");
        }
        return Arrays.stream(values).map(value -> text(name, value)).collect(Collectors.joining(","));
    }

    private static String text(String name, Object value) {
        Objects.requireNonNull(value, () -> "a value of the parameter " + name);
        String text = value.toString();
        if (text.indexOf(',') >= 0) {
            // There is no way to escape a comma (docs/live-service.md#commas-cannot-be-escaped); sent, it would split
            // the value.
            throw new IllegalArgumentException("A value of the parameter " + name
                    + " contains a comma, which Apple would read as a separator. Pass several values separately.");
        }
        return text;
    }

    @Override
    public final Set<Entry<String, String>> entrySet() {
        return parameters.entrySet();
    }
}
