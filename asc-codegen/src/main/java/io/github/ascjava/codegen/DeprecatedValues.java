package io.github.ascjava.codegen;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Values that Apple deprecated, which OpenAPI cannot express: {@code deprecated-values.txt}.
 *
 * @param sentences by type and constant, such as {@code SalesReportType.INSTALLS}
 */
record DeprecatedValues(Map<String, String> sentences) {

    static final String FILE = "deprecated-values.txt";

    static DeprecatedValues read() {
        return of(DataFile.lines(FILE));
    }

    static DeprecatedValues of(List<String> lines) {
        Map<String, String> sentences = new TreeMap<>();
        for (String line : lines) {
            String[] parts = line.split(" ", 2);
            sentences.put(parts[0], parts[1]);
        }
        return new DeprecatedValues(sentences);
    }

    /** Returns why a value is deprecated, or null if it is not. */
    @Nullable
    String sentence(JavaType type, String value) {
        return sentences.get(name(type, value));
    }

    /** Returns the deprecated values of a type. */
    Stream<String> of(Model.Value type) {
        return type.values().stream().map(value -> name(type.name(), value)).filter(sentences::containsKey);
    }

    private static String name(JavaType type, String value) {
        return type.name() + "." + Names.constant(value);
    }
}
