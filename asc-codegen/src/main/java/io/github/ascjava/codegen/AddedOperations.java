package io.github.ascjava.codegen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Creates operations, in Apple's style, from the short form in {@code additions.txt}. */
final class AddedOperations {

    private static final String JSON = "application/json";
    private static final String ERROR = "ErrorResponse";
    /** Error statuses, by verb; an operation with an ID can also respond with 404. */
    private static final Map<String, List<String>> ERRORS = Map.of(
            "GET", List.of("400", "401", "403", "429"),
            "DELETE", List.of("400", "401", "403", "429"),
            "POST", List.of("400", "401", "403", "409", "422", "429"),
            "PATCH", List.of("400", "401", "403", "409", "422", "429"));

    private final SchemaIndex schemas;

    AddedOperations(SchemaIndex schemas) {
        this.schemas = schemas;
    }

    AddedAnswer answer(Outline entry, Map<String, List<String>> includes) {
        Outline line = entry.beginning("answers").findFirst().orElse(new Outline("answers", List.of()));
        return AddedAnswer.of(line, OperationPath.of(entry.word(1)), includes, schemas);
    }

    ObjectNode operation(Outline entry, AddedAnswer answer) {
        String verb = entry.word(0);
        OperationPath path = OperationPath.of(entry.word(1));
        ObjectNode operation = Shapes.object();
        operation.set("tags", Shapes.strings(Names.capitalized(path.type())));
        operation.put("operationId", path.operationId(verb, answer.many()));
        ArrayNode parameters = parameters(entry.inner().stream());
        if (!parameters.isEmpty()) {
            operation.set("parameters", parameters);
        }
        entry.beginning("takes").forEach(line -> {
            JsonNode body = Shapes.reference(AddedBodies.nameOf(line.word(1), line.word(2)));
            operation.putObject("requestBody").put("required", true).set("content", content(JSON, body));
        });
        ObjectNode responses = operation.putObject("responses");
        if (answer.isEmpty()) {
            responses.putObject("204");
        } else {
            JsonNode content = content(answer.contentType(), Shapes.reference(answer.name()));
            responses.putObject(verb.equals("POST") ? "201" : "200").set("content", content);
        }
        for (String status : errors(verb, path)) {
            responses.putObject(status).set("content", content(JSON, Shapes.reference(ERROR)));
        }
        return operation;
    }

    /** Returns the path parameter of all operations on one resource. */
    static ObjectNode idParameter() {
        return Shapes.object()
                .put("name", "id")
                .put("in", "path")
                .put("style", "simple")
                .put("required", true)
                .set("schema", Shapes.typed("string"));
    }

    /** Returns the query parameters of an operation. */
    ArrayNode parameters(Stream<Outline> lines) {
        ArrayNode parameters = Shapes.array();
        for (Outline line : lines.toList()) {
            String name = line.word(0);
            List<String> values = line.wordsAfter(1);
            if (name.startsWith("filter[")) {
                parameters.add(list(name, values.isEmpty() ? List.of() : schemas.values(values.get(0))));
            } else if (name.startsWith("exists[")) {
                parameters.add(parameter(name, Shapes.typed("boolean")));
            } else if (name.startsWith("limit")) {
                int maximum = Integer.parseInt(line.word(1));
                parameters.add(parameter(name, Shapes.typed("integer").put("maximum", maximum)));
            } else if (name.equals("sort")) {
                parameters.add(list(
                        name,
                        values.stream()
                                .flatMap(each -> Stream.of(each, "-" + each))
                                .toList()));
            } else if (name.equals("include")) {
                parameters.add(list(name, values));
            } else if (name.equals("fields")) {
                values.forEach(
                        each -> parameters.add(list("fields[" + schemas.typeOf(each) + "]", schemas.fields(each))));
            } else if (!List.of("see", "answers", "takes").contains(name)) {
                throw new IllegalArgumentException("The line '" + line.text() + "' does not apply to operations.");
            }
        }
        return parameters;
    }

    private static List<String> errors(String verb, OperationPath path) {
        List<String> errors = new ArrayList<>(ERRORS.getOrDefault(verb, List.of()));
        if (path.hasId()) {
            errors.add("404");
        }
        return errors;
    }

    private static ObjectNode parameter(String name, ObjectNode schema) {
        return Shapes.object()
                .put("name", name)
                .put("in", "query")
                .put("style", "form")
                .set("schema", schema);
    }

    private static ObjectNode list(String name, List<String> values) {
        ObjectNode schema = Shapes.typed("array");
        schema.set("items", values.isEmpty() ? Shapes.typed("string") : Shapes.values(values));
        return parameter(name, schema).put("explode", false);
    }

    private static ObjectNode content(String type, JsonNode schema) {
        ObjectNode content = Shapes.object();
        content.putObject(type).set("schema", schema);
        return content;
    }
}
