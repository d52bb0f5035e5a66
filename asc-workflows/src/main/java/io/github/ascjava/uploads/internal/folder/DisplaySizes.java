package io.github.ascjava.uploads.internal.folder;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The sizes that Apple accepts for each display type.
 *
 * <p>Apple has display types that the tables do not know; for those, any size is accepted here.
 */
final class DisplaySizes {

    private static final String MESSAGES = "IMESSAGE_";

    private final Map<String, List<String>> sizes = new LinkedHashMap<>();

    private DisplaySizes() {}

    static DisplaySizes ofScreenshots() {
        return load("displays.txt");
    }

    static DisplaySizes ofPreviews() {
        return load("previews.txt");
    }

    private static DisplaySizes load(String file) {
        DisplaySizes table = new DisplaySizes();
        try (InputStream in = Objects.requireNonNull(DisplaySizes.class.getResourceAsStream(file));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(table::add);
        } catch (IOException e) {
            throw new UncheckedIOException("The table of display sizes cannot be read: " + e + ".", e);
        }
        return table;
    }

    private void add(String line) {
        List<String> words = List.of(line.split(" "));
        sizes.put(words.get(0), words.subList(1, words.size()));
    }

    /** Returns the display types that take a size such as {@code 1290x2796}. */
    List<String> typesFor(String size) {
        return sizes.entrySet().stream()
                .filter(entry -> entry.getValue().contains(size))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Returns what is wrong with a size, as a sentence; null if the type takes it, or is not known. */
    @Nullable
    String problem(String displayType, String size) {
        List<String> accepted = of(displayType);
        return accepted.isEmpty() || accepted.contains(size)
                ? null
                : "has " + size + " pixels. " + displayType + " takes " + String.join(", ", accepted) + ".";
    }

    /** Returns the sizes of a display type; empty if the type is not known. */
    private List<String> of(String displayType) {
        String base = displayType.startsWith(MESSAGES) ? displayType.substring(MESSAGES.length()) : displayType;
        return sizes.getOrDefault(base, List.of());
    }
}
