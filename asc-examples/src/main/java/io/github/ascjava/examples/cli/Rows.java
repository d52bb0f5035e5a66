package io.github.ascjava.examples.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rows under headings, to be printed as a table, as JSON or as CSV. */
public final class Rows {

    private final List<String> headings;
    private final Set<String> freeText = new HashSet<>();
    private final List<List<@Nullable Object>> cells = new ArrayList<>();

    /** Begins with no rows. */
    public Rows(String... headings) {
        this.headings = List.of(headings);
    }

    /** Names the headings above text that people choose, so that it can be anything. */
    public Rows freeText(String... columns) {
        if (!headings.containsAll(List.of(columns))) {
            throw new IllegalArgumentException(List.of(columns) + " are not all among " + headings + ".");
        }
        Collections.addAll(freeText, columns);
        return this;
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

    boolean isFreeText(int column) {
        return freeText.contains(headings.get(column));
    }

    /** Returns a heading as programs call it: {@code BUNDLE ID} becomes {@code bundleId}. */
    String key(int column) {
        String joined = Arrays.stream(
                        headings.get(column).toLowerCase(Locale.ROOT).split(" ", -1))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
        return joined.substring(0, 1).toLowerCase(Locale.ROOT) + joined.substring(1);
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
