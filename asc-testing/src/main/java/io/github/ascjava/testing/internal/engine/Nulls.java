package io.github.ascjava.testing.internal.engine;

import io.github.ascjava.testing.internal.catalog.DataFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Knows which attributes the live service answers as null, not absent, before anything was said about them (V5, V6). */
final class Nulls {

    private final Map<String, Set<String>> namesByType = new HashMap<>();

    private Nulls() {}

    static Nulls read() {
        Nulls nulls = new Nulls();
        for (String line : DataFile.lines(Nulls.class, "nulls.txt")) {
            List<String> words = List.of(line.split(" ", -1));
            nulls.namesByType.put(words.get(0), Set.copyOf(words.subList(1, words.size())));
        }
        return nulls;
    }

    boolean shows(String type, String attribute) {
        return namesByType.getOrDefault(type, Set.of()).contains(attribute);
    }
}
