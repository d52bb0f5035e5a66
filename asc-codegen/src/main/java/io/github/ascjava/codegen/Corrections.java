package io.github.ascjava.codegen;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the live service is known to differ from Apple's document, as data: {@code corrections.json}.
 *
 * <p>Each has a place, a change, a reason and a source. One that changes nothing any more is reported, so that it can be
 * taken out.
 */
final class Corrections {

    private final JsonNode list;
    private final List<String> outdated = new ArrayList<>();

    private Corrections(JsonNode list) {
        this.list = list;
    }

    static Corrections read() throws IOException {
        return new Corrections(new ObjectMapper().readTree(String.join("\n", DataFile.lines("corrections.json"))));
    }

    /** Corrections that found nothing to change, in sentences. */
    List<String> outdated() {
        return List.copyOf(outdated);
    }

    void applyTo(JsonNode root) {
        for (JsonNode correction : list) {
            String at = correction.path("at").asText();
            JsonNode value = correction.path("value");
            boolean applied = switch (correction.path("change").asText()) {
                case "replace" -> replace(root, JsonPointer.compile(at), value);
                case "add-value" -> addValue(root.at(at), value);
                default -> throw new UnknownShapeException(at, "corrections.json names an unknown change.");
            };
            if (!applied) {
                outdated.add("The correction at " + at + " ("
                        + correction.path("source").asText() + ") no longer changes anything.");
            }
        }
    }

    private static boolean replace(JsonNode root, JsonPointer at, JsonNode value) {
        String name = at.last().getMatchingProperty();
        if (!(root.at(at.head()) instanceof ObjectNode parent)
                || !parent.has(name)
                || parent.path(name).equals(value)) {
            return false;
        }
        parent.set(name, value.deepCopy());
        return true;
    }

    private static boolean addValue(JsonNode list, JsonNode value) {
        if (!(list instanceof ArrayNode values) || Document.texts(values).contains(value.asText())) {
            return false;
        }
        values.add(value);
        return true;
    }
}
