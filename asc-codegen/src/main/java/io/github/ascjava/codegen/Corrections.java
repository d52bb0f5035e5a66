package io.github.ascjava.codegen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

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

    static Corrections read() {
        try (InputStream file =
                Objects.requireNonNull(Corrections.class.getResourceAsStream("corrections.json"), "corrections.json")) {
            return new Corrections(new ObjectMapper().readTree(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Corrections that found nothing to change, in sentences. */
    List<String> outdated() {
        return List.copyOf(outdated);
    }

    void applyTo(JsonNode root) {
        for (JsonNode correction : list) {
            boolean applied = switch (correction.path("change").asText()) {
                case "replace" -> replace(root, correction);
                case "add-value" -> addValue(root, correction);
                case "remove-value" -> removeValue(root, correction);
                case "remove-parameter" -> removeParameter(root, correction);
                case "require-parameter" -> requireParameter(root, correction);
                default ->
                    throw new UnknownShapeException(
                            correction.path("at").asText(), "corrections.json names an unknown change.");
            };
            if (!applied) {
                outdated.add("The correction at " + correction.path("at").asText() + " ("
                        + correction.path("source").asText() + ") no longer changes anything.");
            }
        }
    }

    private static boolean replace(JsonNode root, JsonNode correction) {
        String at = correction.path("at").asText();
        int slash = at.lastIndexOf('/');
        JsonNode parent = root.at(at.substring(0, slash));
        String name = at.substring(slash + 1).replace("~1", "/").replace("~0", "~");
        JsonNode value = correction.path("value");
        if (!(parent instanceof ObjectNode object)
                || !object.has(name)
                || object.get(name).equals(value)) {
            return false;
        }
        object.set(name, value.deepCopy());
        return true;
    }

    private static boolean addValue(JsonNode root, JsonNode correction) {
        if (!(root.at(correction.path("at").asText()) instanceof ArrayNode values)
                || indexOf(values, correction.path("value")) >= 0) {
            return false;
        }
        values.add(correction.path("value"));
        return true;
    }

    private static boolean removeValue(JsonNode root, JsonNode correction) {
        return root.at(correction.path("at").asText()) instanceof ArrayNode values
                && remove(values, indexOf(values, correction.path("value")));
    }

    private static boolean removeParameter(JsonNode root, JsonNode correction) {
        return root.at(correction.path("at").asText()) instanceof ArrayNode parameters
                && remove(parameters, indexOfParameter(parameters, correction));
    }

    private static boolean requireParameter(JsonNode root, JsonNode correction) {
        if (!(root.at(correction.path("at").asText()) instanceof ArrayNode parameters)) {
            return false;
        }
        int index = indexOfParameter(parameters, correction);
        if (index < 0 || parameters.get(index).path("required").asBoolean()) {
            return false;
        }
        ((ObjectNode) parameters.get(index)).put("required", true);
        return true;
    }

    private static int indexOfParameter(ArrayNode parameters, JsonNode correction) {
        for (int i = 0; i < parameters.size(); i++) {
            if (parameters.get(i).path("name").equals(correction.path("value"))) {
                return i;
            }
        }
        return -1;
    }

    private static int indexOf(ArrayNode values, JsonNode value) {
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i).equals(value)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean remove(ArrayNode array, int index) {
        if (index < 0) {
            return false;
        }
        array.remove(index);
        return true;
    }
}
