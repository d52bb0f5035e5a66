package io.github.ascjava.codegen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Creates schemas of request bodies, in Apple's style, from the short form in {@code additions.txt}. */
final class AddedBodies {

    private AddedBodies() {}

    /** Returns the name of the schema of a body: {@code UserInvitationCreateRequest} to {@code create UserInvitation}. */
    static String nameOf(String kind, String resource) {
        return resource + Names.capitalized(kind) + "Request";
    }

    static ObjectNode body(String type, boolean creates, Outline entry) {
        ObjectNode properties = Shapes.identity(type);
        List<String> required = new ArrayList<>();
        addMembers(
                properties, "relationships", AddedSchemas.relationships(entry).toList(), required);
        addMembers(properties, "attributes", AddedSchemas.attributes(entry).toList(), required);
        if (creates) {
            properties.remove("id");
        } else {
            required.add("id");
        }
        required.add("type");
        ObjectNode data = Shapes.typed("object").set("properties", properties);
        entry.beginning("requires").forEach(line -> data.set("anyOf", alternatives(line, properties)));
        data.set("required", Shapes.strings(required));
        ObjectNode body = Shapes.typed("object");
        body.putObject("properties").set("data", data);
        return body.set("required", Shapes.strings("data"));
    }

    /** Returns the schema of an attribute in a request, where all attributes may be null unless they are required. */
    static ObjectNode attribute(Outline line) {
        ObjectNode schema = AddedSchemas.member(line);
        return AddedSchemas.isRequired(line) ? schema : schema.put("nullable", true);
    }

    private static void addMembers(ObjectNode properties, String kind, List<Outline> lines, List<String> required) {
        if (lines.isEmpty()) {
            return;
        }
        ObjectNode object = properties.putObject(kind).put("type", "object");
        ObjectNode members = object.putObject("properties");
        for (Outline line : lines) {
            boolean isRelationship = AddedSchemas.isRelationship(line);
            members.set(line.word(0), isRelationship ? AddedSchemas.relationship(line) : attribute(line));
            if (AddedSchemas.isRequired(line)) {
                object.withArrayProperty("required").add(line.word(0));
            }
        }
        if (object.has("required")) {
            required.add(kind);
        }
    }

    /** Returns every combination of the names in a line such as {@code requires a, b | c}. */
    private static ArrayNode alternatives(Outline line, ObjectNode properties) {
        List<List<String>> combinations = List.of(List.of());
        for (String part : line.rest().split(", ", -1)) {
            List<String> names = Arrays.asList(part.split(" \\| ", -1));
            combinations = combinations.stream()
                    .flatMap(head -> names.stream()
                            .map(name -> Stream.concat(head.stream(), Stream.of(name))
                                    .toList()))
                    .toList();
        }
        ArrayNode alternatives = Shapes.array();
        combinations.forEach(names -> alternatives.add(alternative(names, properties)));
        return alternatives;
    }

    private static ObjectNode alternative(List<String> names, ObjectNode properties) {
        ObjectNode alternative = Shapes.typed("object");
        for (String kind : List.of("attributes", "relationships")) {
            JsonNode members = properties.path(kind).path("properties");
            List<String> own = names.stream().filter(members::has).toList();
            if (!own.isEmpty()) {
                alternative
                        .withObjectProperty("properties")
                        .set(kind, Shapes.typed("object").set("required", Shapes.strings(own)));
                alternative.withArrayProperty("required").add(kind);
            }
        }
        return alternative;
    }
}
