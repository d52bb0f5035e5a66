package io.github.ascjava.examples.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rows under headings, to be printed as a table, as JSON or as CSV. */
public final class Rows {

    private final List<String> headings;
    private final List<List<@Nullable Object>> cells = new ArrayList<>();

    /** Begins with no rows. */
    public Rows(String... headings) {
        this.headings = List.of(headings);
    }

    /**
     * Adds a row.
     *
     * @param values one for each heading: null, numbers and booleans as they are, a collection for several, anything else by
     *     its text
     */
    public void add(@Nullable Object... values) {
        if (values.length != headings.size()) {
            throw new IllegalArgumentException(values.length + " values for " + headings.size() + " headings.");
        }
        List<@Nullable Object> row = new ArrayList<>();
        Collections.addAll(row, values);
        cells.add(row);
    }

    List<String> headings() {
        return headings;
    }

    List<List<@Nullable Object>> cells() {
        return Collections.unmodifiableList(cells);
    }

    /** Returns how many rows there are. */
    public int size() {
        return cells.size();
    }

    /** Returns how a person reads a value; a dash if there is none. */
    static String text(@Nullable Object value) {
        if (value instanceof Collection<?> several) {
            return several.isEmpty()
                    ? "-"
                    : several.stream().map(Objects::toString).collect(Collectors.joining(", "));
        }
        return value == null ? "-" : value.toString();
    }
}
