package io.github.ascjava.client;

import io.github.ascjava.client.jsonapi.OpenEnum;
import java.util.AbstractMap;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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

    private final Map<String, String> parameters;

    /** Takes over the parameters of another query, or none. */
    protected Query(Map<String, String> parameters) {
        this.parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /** Makes a query of the same class with other parameters. */
    protected abstract Q copy(Map<String, String> newParameters);

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
        if (values.length == 0) {
            throw new IllegalArgumentException("The parameter " + name + " needs at least one value.");
        }
        String joined = Arrays.stream(values).map(value -> text(name, value)).collect(Collectors.joining(","));
        Map<String, String> changed = new LinkedHashMap<>(parameters);
        changed.put(name, joined);
        return copy(changed);
    }

    /** Sets a limit after checking it against the document's range. */
    protected final Q limited(String name, int limit, int maximum) {
        if (limit < 0 || limit > maximum) {
            throw new IllegalArgumentException(
                    "The parameter " + name + " can be 0 to " + maximum + ", but was " + limit + ".");
        }
        return set(name, limit);
    }

    private static String text(String name, Object value) {
        Objects.requireNonNull(value, () -> "a value of the parameter " + name);
        String text = value instanceof OpenEnum openEnum ? openEnum.value() : value.toString();
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
