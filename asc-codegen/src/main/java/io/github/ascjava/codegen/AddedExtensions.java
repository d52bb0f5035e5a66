package io.github.ascjava.codegen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Extends existing parts of a document, as the {@code extend} entries of {@code additions.txt} say. */
final class AddedExtensions {

    private final ObjectNode root;
    private final SchemaIndex index;
    private final MergeTarget target;
    private final AddedOperations operations;

    AddedExtensions(ObjectNode root, SchemaIndex index, MergeTarget target, AddedOperations operations) {
        this.root = root;
        this.index = index;
        this.target = target;
        this.operations = operations;
    }

    void apply(Outline entry) {
        String first = entry.word(1);
        boolean isBody = Set.of("create", "update").contains(first);
        JsonNode extended;
        if (isBody) {
            String name = AddedBodies.nameOf(first, entry.word(2));
            extended = Document.property(index.schemas().path(name), "data");
        } else if (first.equals(first.toUpperCase(Locale.ROOT))) {
            extended = root.path("paths").path(entry.word(2)).path(first.toLowerCase(Locale.ROOT));
        } else {
            extended = index.schemas().path(first);
        }
        if (!(extended instanceof ObjectNode object)) {
            target.differs(entry.rest() + ": there is nothing to extend");
        } else if (object.has("responses")) {
            entry.inner().forEach(line -> extendOperation(object, line, entry.rest()));
        } else {
            entry.inner().forEach(line -> extendSchema(object, line, entry.rest(), isBody));
        }
    }

    private void extendSchema(ObjectNode schema, Outline line, String place, boolean isBody) {
        String name = line.word(0);
        if (name.equals("see")) {
            return;
        }
        if (name.equals("includes")) {
            line.wordsAfter(1).forEach(each -> include(place, each));
            return;
        }
        String kind = AddedSchemas.isRelationship(line) ? "relationships" : "attributes";
        ObjectNode members = schema.withObjectProperty("properties")
                .withObjectProperty(kind)
                .put("type", "object")
                .withObjectProperty("properties");
        if (line.rest().startsWith("+ ")) {
            appendValues(members.path(name), line, place);
            return;
        }
        ObjectNode added = AddedSchemas.isRelationship(line)
                ? AddedSchemas.relationship(line)
                : isBody ? AddedBodies.attribute(line) : AddedSchemas.member(line);
        if (target.put(members, name, added, place + "." + name) && !isBody) {
            addField(index.typeOf(place), name);
        }
    }

    private void appendValues(JsonNode member, Outline line, String place) {
        List<String> words = line.wordsAfter(2);
        int after = words.indexOf("after");
        if (!(Document.elementOf(member).path("enum") instanceof ArrayNode values)) {
            target.differs(place + "." + line.word(0) + ": it has no list of values to extend");
        } else if (after < 0) {
            target.append(values, words);
        } else {
            target.insertAfter(words.get(after + 1), values, words.subList(0, after));
        }
    }

    /** A new attribute or relationship becomes a field that queries can select. */
    private void addField(String type, String field) {
        root.path("paths")
                .forEach(verbs ->
                        verbs.forEach(operation -> operation.path("parameters").forEach(parameter -> {
                            boolean isOfType = parameter.path("name").asText().equals("fields[" + type + "]");
                            if (isOfType && parameter.at("/schema/items/enum") instanceof ArrayNode fields) {
                                target.append(fields, List.of(field));
                            }
                        })));
    }

    /** Adds a resource to those that all responses with another resource may include. */
    private void include(String resource, String included) {
        index.schemas().forEach(schema -> {
            boolean isResponse = resource.equals(Document.refOf(Document.elementOf(Document.property(schema, "data"))));
            JsonNode items = Document.property(schema, "included").path("items");
            boolean lacks = !Document.includedBy(schema).contains(included);
            if (isResponse && lacks && items.path("oneOf").isArray()) {
                AddedAnswer.addTo((ObjectNode) items, included, index.typeOf(included));
                target.changed();
            }
        });
    }

    private void extendOperation(ObjectNode operation, Outline line, String place) {
        ArrayNode parameters = operation.withArrayProperty("parameters");
        if (line.rest().startsWith("+ ")) {
            JsonNode values = named(parameters, line.word(0)).at("/schema/items/enum");
            if (values instanceof ArrayNode list) {
                target.append(list, line.wordsAfter(2));
            } else {
                target.differs(place + ": the parameter " + line.word(0) + " has no list of values to extend");
            }
            return;
        }
        for (JsonNode added : operations.parameters(Stream.of(line))) {
            if (named(parameters, added.path("name").asText()).isMissingNode()) {
                parameters.add(added);
                target.changed();
            }
        }
    }

    private static JsonNode named(ArrayNode parameters, String name) {
        return parameters
                .valueStream()
                .filter(each -> each.path("name").asText().equals(name))
                .findFirst()
                .orElseGet(MissingNode::getInstance);
    }
}
