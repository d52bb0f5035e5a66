package io.github.ascjava.testing.internal.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ascjava.testing.internal.catalog.ResourceShape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes a list of resources as comma-separated values, with a header line: the ID, then every attribute. Which columns
 * the service writes is not documented.
 */
final class CsvWriter {

    private CsvWriter() {}

    static String write(List<StoredResource> resources, ResourceShape shape) {
        List<String> names = new ArrayList<>(shape.attributes().keySet());
        StringBuilder csv = new StringBuilder("id");
        names.forEach(name -> csv.append(',').append(name));
        csv.append('\n');
        for (StoredResource resource : resources) {
            csv.append(quoted(resource.id()));
            names.forEach(name ->
                    csv.append(',').append(quoted(text(resource.attributes().path(name)))));
            csv.append('\n');
        }
        return csv.toString();
    }

    private static String text(JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return "";
        }
        return value.isValueNode() ? value.asText() : value.toString();
    }

    private static String quoted(String text) {
        boolean needsQuotes = text.chars().anyMatch(each -> each == ',' || each == '"' || each == '\n' || each == '\r');
        return needsQuotes
                ? text.chars()
                        .mapToObj(each -> each == '"' ? "\"\"" : Character.toString(each))
                        .collect(Collectors.joining("", "\"", "\""))
                : text;
    }
}
