package io.github.ascjava.codegen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.InvalidPathException;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.Option;
import com.jayway.jsonpath.spi.json.JacksonJsonNodeJsonProvider;
import com.jayway.jsonpath.spi.mapper.JacksonMappingProvider;
import java.util.List;
import java.util.Map;

/**
 * Applies an <a href="https://spec.openapis.org/overlay/v1.1.0.html">OpenAPI Overlay</a> 1.1: actions that update or
 * remove what a JSONPath selects.
 *
 * <p>Lists of an OpenAPI document that an overlay extends are sets, such as {@code enum} and {@code required}; a value that
 * a list has already is therefore not added again, and an overlay can be applied twice.
 */
final class Overlay {

    private static final Configuration JSON_PATH = Configuration.builder()
            .jsonProvider(new JacksonJsonNodeJsonProvider())
            .mappingProvider(new JacksonMappingProvider())
            .options(Option.ALWAYS_RETURN_LIST, Option.SUPPRESS_EXCEPTIONS)
            .build();

    private final List<Action> actions;

    Overlay(JsonNode overlay) {
        if (!overlay.path("overlay").asText().startsWith("1.")) {
            throw new IllegalArgumentException("Expected an OpenAPI Overlay, a document with overlay: 1.1.0.");
        }
        this.actions = overlay.path("actions").valueStream().map(Action::of).toList();
    }

    List<Action> actions() {
        return actions;
    }

    /** One change of a document, applied to all nodes that its target selects. */
    record Action(JsonPath target, JsonNode node) {

        static Action of(JsonNode node) {
            if (!node.path("remove").asBoolean() && !node.has("update")) {
                throw new IllegalArgumentException(
                        "The overlay's action " + node + " has neither \"update\" nor \"remove\": true.");
            }
            try {
                return new Action(JsonPath.compile(node.path("target").asText()), node);
            } catch (InvalidPathException e) {
                throw new IllegalArgumentException("The overlay's action " + node + " has no valid target.", e);
            }
        }

        String description() {
            return node.path("description").asText();
        }

        /** Applies the action, and returns whether it changed anything. */
        boolean applyTo(JsonNode root) {
            List<JsonNode> selected =
                    target.<ArrayNode>read(root, JSON_PATH).valueStream().toList();
            if (node.path("remove").asBoolean()) {
                if (!selected.isEmpty()) {
                    target.delete(root, JSON_PATH);
                }
                return !selected.isEmpty();
            }
            boolean changed = false;
            for (JsonNode each : selected) {
                changed |= merge(each, node.path("update"));
            }
            return changed;
        }

        private boolean merge(JsonNode target, JsonNode update) {
            if (target instanceof ArrayNode list) {
                return append(list, update);
            }
            if (!(target instanceof ObjectNode object) || !update.isObject()) {
                throw new IllegalArgumentException("The overlay's update " + update + " does not fit " + target + ".");
            }
            boolean changed = false;
            for (Map.Entry<String, JsonNode> member : update.properties()) {
                JsonNode present = object.path(member.getKey());
                if (present.isContainerNode()) {
                    changed |= merge(present, member.getValue());
                } else if (!present.equals(member.getValue())) {
                    object.set(member.getKey(), member.getValue().deepCopy());
                    changed = true;
                }
            }
            return changed;
        }

        private static boolean append(ArrayNode list, JsonNode update) {
            boolean changed = false;
            for (JsonNode value : update.isArray() ? update : List.of(update)) {
                if (list.valueStream().noneMatch(value::equals)) {
                    list.add(value.deepCopy());
                    changed = true;
                }
            }
            return changed;
        }
    }
}
