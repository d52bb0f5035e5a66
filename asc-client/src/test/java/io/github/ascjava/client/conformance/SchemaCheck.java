package io.github.ascjava.client.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** Checks JSON against a schema of the document, as strictly as a server that knows only the document. */
final class SchemaCheck {

    private final Spec spec;
    private final List<String> problems = new ArrayList<>();

    private SchemaCheck(Spec spec) {
        this.spec = spec;
    }

    /** Returns descriptions of all violations. */
    static List<String> problems(Spec spec, JsonNode schema, JsonNode value) {
        SchemaCheck check = new SchemaCheck(spec);
        check.value(schema, value, "$");
        return check.problems;
    }

    private void value(JsonNode schema, JsonNode value, String place) {
        if (value.isNull()) {
            if (!schema.path("nullable").asBoolean()
                    && !spec.resolve(schema).path("nullable").asBoolean()) {
                problems.add(place + " is null");
            }
            return;
        }
        JsonNode resolved = spec.resolve(schema);
        if (Alternatives.isComposed(resolved)) {
            composed(resolved, value, place);
            return;
        }
        switch (resolved.path("type").asText()) {
            case "object" -> object(resolved, value, place);
            case "array" -> array(resolved, value, place);
            case "string" -> text(resolved, value, place);
            case "integer" -> integer(resolved, value, place);
            case "number" -> require(value.isNumber(), place + " is not a number");
            case "boolean" -> require(value.isBoolean(), place + " is not a boolean");
            default -> require(resolved.isEmpty(), place + " has an unsupported schema");
        }
    }

    /** Valid if one alternative matches; otherwise reports the violations of the closest one. */
    private void composed(JsonNode schema, JsonNode value, String place) {
        List<String> fewest = null;
        for (JsonNode alternative : spec.alternatives().of(schema)) {
            SchemaCheck check = new SchemaCheck(spec);
            check.value(alternative, value, place);
            if (fewest == null || check.problems.size() < fewest.size()) {
                fewest = check.problems;
            }
        }
        problems.addAll(fewest == null ? List.of(place + " has no alternative") : fewest);
    }

    private void object(JsonNode schema, JsonNode value, String place) {
        if (!value.isObject()) {
            problems.add(place + " is not an object");
            return;
        }
        for (String required : Spec.texts(schema.path("required"))) {
            require(value.has(required), place + "." + required + " is missing");
        }
        value.properties().forEach(member -> {
            String name = place + "." + member.getKey();
            JsonNode known = schema.path("properties").path(member.getKey());
            if (!known.isMissingNode()) {
                value(known, member.getValue(), name);
            } else if (schema.has("additionalProperties")) {
                value(schema.path("additionalProperties"), member.getValue(), name);
            } else {
                require(!schema.has("properties"), name + " is not documented");
            }
        });
    }

    private void array(JsonNode schema, JsonNode value, String place) {
        if (!value.isArray()) {
            problems.add(place + " is not an array");
            return;
        }
        for (int i = 0; i < value.size(); i++) {
            value(schema.path("items"), value.get(i), place + "[" + i + "]");
        }
    }

    private void text(JsonNode schema, JsonNode value, String place) {
        if (!value.isTextual()) {
            problems.add(place + " is not a string");
            return;
        }
        if (schema.has("enum")) {
            require(
                    Spec.texts(schema.path("enum")).contains(value.textValue()),
                    place + " has an undocumented value " + value);
        }
        try {
            switch (schema.path("format").asText()) {
                case "date" -> LocalDate.parse(value.textValue());
                case "date-time" -> OffsetDateTime.parse(value.textValue());
                case "uri" -> require(URI.create(value.textValue()).isAbsolute(), place + " is not a URI");
                default -> {}
            }
        } catch (DateTimeException | IllegalArgumentException e) {
            problems.add(place + " does not match its format: " + e.getMessage());
        }
    }

    private void integer(JsonNode schema, JsonNode value, String place) {
        require(value.isIntegralNumber(), place + " is not an integer");
        require(
                !schema.has("minimum")
                        || value.asLong() >= schema.path("minimum").asLong(),
                place + " is too small");
        require(
                !schema.has("maximum")
                        || value.asLong() <= schema.path("maximum").asLong(),
                place + " is too large");
    }

    private void require(boolean condition, String problem) {
        if (!condition) {
            problems.add(problem);
        }
    }
}
