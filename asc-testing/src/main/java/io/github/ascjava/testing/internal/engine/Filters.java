package io.github.ascjava.testing.internal.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ascjava.testing.internal.catalog.DataFile;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Applies {@code filter[..]} and {@code exists[..]} to an ID, an attribute, the IDs of a relationship, or any of these
 * of a related resource. {@code filters.txt} lists the few with another meaning.
 */
final class Filters {

    private final SandboxState world;
    private final Map<String, String> meanings = new HashMap<>();

    Filters(SandboxState world) {
        this.world = world;
        for (String line : DataFile.lines(Filters.class, "filters.txt")) {
            String[] parts = line.split(" ", 3);
            String[] meaning = parts[2].split(" with ", 2);
            if (meaning.length == 1 || world.has(Deviation.valueOf(meaning[1]))) {
                meanings.put(parts[0] + " " + parts[1], meaning[0]);
            }
        }
    }

    /** Returns the resources that pass every filter of a request; an unknown ID is not an error and matches nothing. */
    List<StoredResource> apply(List<StoredResource> all, Selection selection) {
        List<StoredResource> passed = all;
        for (Map.Entry<String, List<String>> each : selection.parameters().entrySet()) {
            String name = each.getKey();
            int bracket = name.indexOf('[');
            if (bracket > 0 && name.endsWith("]") && !passed.isEmpty()) {
                String type = passed.get(0).type();
                Predicate<StoredResource> filter = filter(type, name, bracket, each.getValue());
                passed = passed.stream().filter(filter).toList();
            }
        }
        return passed;
    }

    private Predicate<StoredResource> filter(String type, String name, int bracket, List<String> values) {
        String path = name.substring(bracket + 1, name.length() - 1);
        String[] meaning = meanings.getOrDefault(type + " " + name, "").split(" ", -1);
        boolean exists = name.startsWith("exists[");
        return switch (meaning[0]) {
            case "any" -> resource -> true;
            case "contains" -> resource -> matches(resource, path, values, Filters::contains);
            case "loose" -> resource -> matches(resource, path, values, Filters::same);
            case "caseless" -> resource -> matches(resource, path, values, String::equalsIgnoreCase);
            case "or" -> {
                Comparison equal = (actual, asked) -> actual.equals(asked) || actual.equals(meaning[1]);
                yield resource -> matches(resource, path, values, equal);
            }
            case "from" -> resource -> !isBefore(resource, meaning[1], values.get(0));
            case "before" -> resource -> isBefore(resource, meaning[1], values.get(0));
            case "is" -> {
                Predicate<StoredResource> is =
                        resource -> matches(resource, meaning[1], List.of(meaning[2]), String::equals);
                yield values.contains("true") ? is : is.negate();
            }
            case "path" -> resource -> matches(resource, meaning[1], values, String::equals);
            default -> {
                if (!exists) {
                    yield resource -> matches(resource, path, values, String::equals);
                }
                boolean expected = values.contains("true");
                yield resource -> texts(resource, path).isEmpty() != expected;
            }
        };
    }

    private interface Comparison {
        boolean test(String actual, String asked);
    }

    private boolean matches(StoredResource resource, String path, List<String> asked, Comparison comparison) {
        for (String actual : texts(resource, path)) {
            for (String each : asked) {
                if (comparison.test(actual, each)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isBefore(StoredResource resource, String attribute, String asked) {
        JsonNode value = resource.attributes().path(attribute);
        @Nullable OffsetDateTime actual = Values.dateTime(value.asText());
        @Nullable OffsetDateTime limit = Values.dateTime(asked);
        return actual != null && limit != null && actual.isBefore(limit);
    }

    private static boolean contains(String actual, String asked) {
        return actual.toLowerCase(Locale.ROOT).contains(asked.toLowerCase(Locale.ROOT));
    }

    private static boolean same(String actual, String asked) {
        return actual.replace("-", "").equalsIgnoreCase(asked.replace("-", ""));
    }

    /**
     * Returns the texts at the end of a path such as {@code preReleaseVersion.version}; an empty list if there are
     * none.
     */
    List<String> texts(StoredResource resource, String path) {
        List<String> texts = new ArrayList<>();
        collect(resource, path, texts);
        return texts;
    }

    private void collect(StoredResource resource, String path, List<String> texts) {
        if (path.equals("id")) {
            texts.add(resource.id());
            return;
        }
        int dot = path.indexOf('.');
        String first = dot < 0 ? path : path.substring(0, dot);
        if (world.catalog().relations().find(resource.type(), first) == null) {
            collect(resource.attributes().path(path), path, texts);
            return;
        }
        for (StoredResource related : resource.related(first)) {
            if (dot < 0) {
                texts.add(related.id());
            } else {
                collect(related, path.substring(dot + 1), texts);
            }
        }
    }

    /** The state of an upload is an object that contains the state. */
    private static void collect(JsonNode value, String name, List<String> texts) {
        if (value.isArray()) {
            value.forEach(each -> collect(each, name, texts));
        } else if (value.isObject()) {
            collect(value.path(name), name, texts);
        } else if (value.isValueNode() && !value.isNull()) {
            texts.add(value.asText());
        }
    }
}
