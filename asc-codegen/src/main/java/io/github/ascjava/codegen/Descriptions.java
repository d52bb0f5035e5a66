package io.github.ascjava.codegen;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Descriptions of resources, their members, values and operations from {@code descriptions.txt}; Apple's document has
 * none. The file explains its format.
 */
final class Descriptions {

    private static final String EQUALS = " = ";
    private static final String RESPONSES_ONLY = " | ";
    private static final String ANY_CLASS = "*.";
    private static final String LIVE_SERVICE = "live-service#";
    private static final Pattern SOURCED = Pattern.compile("(.*) \\[(.+)]");

    private final Map<String, String> texts = new TreeMap<>();
    private final Map<String, List<String>> sources = new TreeMap<>();

    /** Reads lines such as {@code User.username = Apple Account of the user}. */
    Descriptions(List<String> lines) {
        for (String line : lines) {
            int equals = line.indexOf(EQUALS);
            if (equals < 0) {
                throw new IllegalArgumentException("The description '" + line + "' has no '" + EQUALS + "'.");
            }
            String name = line.substring(0, equals).strip();
            String text = line.substring(equals + EQUALS.length()).strip();
            Matcher sourced = SOURCED.matcher(text);
            if (sourced.matches()) {
                text = sourced.group(1);
                sources.put(name, List.of(sourced.group(2).split(" +", -1)));
            }
            if (texts.put(name, text) != null) {
                throw new IllegalArgumentException(name + " is described twice.");
            }
        }
    }

    static Descriptions read() {
        return new Descriptions(DataFile.lines("descriptions.txt"));
    }

    /** Returns the sentences on a class or an operation, or null if there are none. */
    @Nullable
    String of(String name) {
        return texts.get(name);
    }

    /** Returns the sentence with the sources of a description, or an empty text if it has none. */
    String see(String name) {
        return sources.getOrDefault(name, List.of()).stream()
                .map(source -> " See " + link(source) + ".")
                .collect(Collectors.joining());
    }

    /** Returns the description of a member in a response, or null if there is none. */
    @Nullable
    String received(String owner, String member) {
        String text = found(owner, member);
        return text == null ? null : text.replace(RESPONSES_ONLY, "; ");
    }

    /** Returns the description of a member in a request, or null if there is none. */
    @Nullable
    String sent(String owner, String member) {
        String text = found(owner, member);
        return text == null ? null : text.split(Pattern.quote(RESPONSES_ONLY), 2)[0];
    }

    private @Nullable String found(String owner, String member) {
        String own = texts.get(owner + "." + member);
        return own == null ? texts.get(ANY_CLASS + member) : own;
    }

    /** Stops the generator if the file describes something that the document does not have. */
    void requireKnown(Model model) {
        Set<String> unknown = new TreeSet<>(texts.keySet());
        unknown.removeAll(DescribedNames.of(model));
        if (!unknown.isEmpty()) {
            throw new IllegalStateException("descriptions.txt describes " + String.join(", ", unknown)
                    + ", which the document does not have. Correct or remove the line.");
        }
    }

    /** The names of the classes and operations that are described without a source. */
    List<String> withoutSource() {
        return texts.keySet().stream()
                .filter(name -> !name.contains(".") && !sources.containsKey(name))
                .toList();
    }

    /** The anchors of {@code docs/live-service.md} that are cited. */
    Set<String> anchors() {
        return sources.values().stream()
                .flatMap(List::stream)
                .flatMap(source -> source.startsWith(LIVE_SERVICE)
                        ? Stream.of(source.substring(LIVE_SERVICE.length()))
                        : Stream.empty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String link(String source) {
        if (source.startsWith(LIVE_SERVICE)) {
            return "docs/live-service.md#" + source.substring(LIVE_SERVICE.length());
        }
        String url = source.startsWith("https://") ? source : Sentences.APPLE + source.toLowerCase(Locale.ROOT);
        return "<a href=\"" + url + "\">" + source.replaceFirst("^https://([^/]+).*", "$1") + "</a>";
    }
}
