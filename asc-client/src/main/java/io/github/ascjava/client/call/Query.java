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
 * The query parameters of one operation; the base of the query classes that the API interfaces take.
 *
 * <p>Immutable: each method returns a new query. It is a map of names to values because Retrofit takes query parameters
 * so; the methods of the subclasses are what to use.
 *
 * @param <Q> the class of the query itself
 */
public abstract class Query<Q extends Query<Q>> extends AbstractMap<String, String> {

    /** No operation takes more; those for price points take as many. */
    static final int LARGEST_LIMIT = 8000;

    private final Map<String, String> parameters;
    private final Function<Map<String, String>, Q> copy;

    /**
     * Takes over the parameters of another query, or none.
     *
     * @param copy makes a query of the same class with other parameters
     */
    protected Query(Map<String, String> parameters, Function<Map<String, String>, Q> copy) {
        this.parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        this.copy = copy;
    }

    /**
     * Limits resources to the given fields; all others are null or absent.
     *
     * @param fields at least one; fields of several types, such as those of included resources, may be mixed. Apple
     *     refuses a type that the operation does not answer with
     */
    public final Q fields(Field... fields) {
        Map<String, List<Field>> byType = Arrays.stream(fields)
                .collect(Collectors.groupingBy(Field::resourceType, TreeMap::new, Collectors.toList()));
        if (byType.isEmpty()) {
            throw new IllegalArgumentException("At least one field is needed.");
        }
        Map<String, String> changed = new LinkedHashMap<>(parameters);
        byType.forEach((type, ofType) -> {
            String name = "fields[" + type + "]";
            changed.put(name, joined(name, ofType.toArray()));
        });
        return copy.apply(changed);
    }

    /**
     * Sets any parameter, such as one that Apple added since this library was made.
     *
     * @param name the name, such as {@code filter[platform]}
     * @param values what to set it to, in place of an earlier setting; Apple takes several as a list with commas
     * @throws IllegalArgumentException if there is no value, or one has a comma, which Apple would take for two values
     */
    public final Q param(String name, String... values) {
        return set(name, (Object[]) values);
    }

    /** Sets a parameter to one or more values. */
    protected final Q set(String name, Object... values) {
        return with(name, joined(name, values));
    }

    /** Sets a parameter that takes one text, which may have commas. */
    protected final Q single(String name, Object value) {
        return with(name, value.toString());
    }

    /** Sets a limit after checking it against the document's range. */
    protected final Q limited(String name, int limit, int maximum) {
        if (limit < 0 || limit > maximum) {
            throw new IllegalArgumentException(
                    "The parameter " + name + " can be 0 to " + maximum + ", but was " + limit + ".");
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
            // Apple documents no way to escape a comma (facts 5.2); sending it would ask for something else.
            throw new IllegalArgumentException("A value of the parameter " + name
                    + " has a comma, which Apple would take for the end of the value. Pass several values separately.");
        }
        return text;
    }

    @Override
    public final Set<Entry<String, String>> entrySet() {
        return parameters.entrySet();
    }
}
