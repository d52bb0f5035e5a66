package io.github.ascjava.examples.reports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Figures of several measures, each added up by day, by app and by country. */
final class Totals {

    private static final String UNKNOWN = "unknown";

    private final Map<Measure, Map<Dimension, Map<String, BigDecimal>>> figures = new LinkedHashMap<>();
    private final Set<String> days = new TreeSet<>();
    private final Map<String, String> appNames = new HashMap<>();

    /** Counts a day even if nothing happened on it. */
    void addDay(String day) {
        days.add(day);
    }

    /** Says what to call an app. */
    void nameApp(String app, String name) {
        appNames.putIfAbsent(app, name);
    }

    /** Adds a figure; an app or country that the report leaves open is called unknown. */
    void add(Measure measure, String day, @Nullable String app, @Nullable String country, BigDecimal figure) {
        addDay(day);
        add(measure, Dimension.DAY, day, figure);
        add(measure, Dimension.APP, app == null ? UNKNOWN : app, figure);
        add(measure, Dimension.COUNTRY, country == null ? UNKNOWN : country, figure);
    }

    private void add(Measure measure, Dimension dimension, String key, BigDecimal figure) {
        figures.computeIfAbsent(measure, each -> new HashMap<>())
                .computeIfAbsent(dimension, each -> new TreeMap<>())
                .merge(key, figure, BigDecimal::add);
    }

    /** Returns the measures that have figures, in the order in which they came up. */
    List<Measure> measures() {
        return List.copyOf(figures.keySet());
    }

    /** Returns the measures of a name, one for each currency, by currency. */
    List<Measure> measures(String name) {
        List<Measure> named = new ArrayList<>(figures.keySet());
        named.removeIf(measure -> !measure.name().equals(name));
        named.sort((a, b) -> a.caption().compareTo(b.caption()));
        return named;
    }

    /** Returns the figures of a measure, by the key of the dimension; days without any are zero. */
    Map<String, BigDecimal> of(Measure measure, Dimension dimension) {
        Map<String, BigDecimal> all = new TreeMap<>();
        if (dimension == Dimension.DAY) {
            days.forEach(day -> all.put(day, BigDecimal.ZERO));
        }
        all.putAll(figures.getOrDefault(measure, Map.of()).getOrDefault(dimension, Map.of()));
        return Collections.unmodifiableMap(all);
    }

    /** Returns the figure of a key, zero if it has none. */
    BigDecimal of(Measure measure, Dimension dimension, String key) {
        return figures.getOrDefault(measure, Map.of())
                .getOrDefault(dimension, Map.of())
                .getOrDefault(key, BigDecimal.ZERO);
    }

    /** Returns the sum of a measure. */
    BigDecimal sum(Measure measure) {
        return of(measure, Dimension.COUNTRY).values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Returns all keys of a dimension, in order. */
    Set<String> keys(Dimension dimension) {
        Set<String> keys = new LinkedHashSet<>(dimension == Dimension.DAY ? days : Set.of());
        Set<String> others = new TreeSet<>();
        figures.keySet().forEach(measure -> others.addAll(of(measure, dimension).keySet()));
        keys.addAll(others);
        return keys;
    }

    /** Returns what to call a key: the name of an app, or the key itself. */
    String label(Dimension dimension, String key) {
        return dimension == Dimension.APP ? appNames.getOrDefault(key, key) : key;
    }
}
