package io.github.ascjava.codegen;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One of the {@link Listings}, without its heading.
 *
 * @param lines the rest of each line after its name; several lines with the same name are joined by "and"
 */
record Listing(Map<String, Set<String>> lines) {

    private static final String ARROW = " -> ";
    private static final int HEADING = 2;

    static Listing of(String text) {
        Map<String, Set<String>> lines = new TreeMap<>();
        text.lines().skip(HEADING).forEach(line -> {
            String[] parts = line.split(line.contains(ARROW) ? ARROW : " ", 2);
            Set<String> rest = lines.computeIfAbsent(parts[0], name -> new TreeSet<>());
            if (parts.length > 1) {
                rest.add(parts[1]);
            }
        });
        return new Listing(lines);
    }

    Set<String> names() {
        return lines.keySet();
    }

    Set<String> get(String name) {
        return lines.getOrDefault(name, Set.of());
    }

    /** Returns the rest of the line after a name. */
    Set<String> words(String name) {
        Set<String> words = new TreeSet<>();
        get(name).forEach(rest -> words.addAll(Arrays.asList(rest.split(" ", -1))));
        return words;
    }

    /** Returns the members of names such as {@code User.roles}, with their types, by owner. */
    Map<String, Map<String, String>> members() {
        Map<String, Map<String, String>> owners = new TreeMap<>();
        lines.forEach((name, types) -> {
            int dot = name.lastIndexOf('.');
            owners.computeIfAbsent(name.substring(0, dot), owner -> new TreeMap<>())
                    .put(name.substring(dot + 1), String.join(" or ", types));
        });
        return owners;
    }
}
