package io.github.ascjava.codegen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ascjava.codegen.SchemaIndex.MissingSchemaException;
import java.lang.module.ModuleDescriptor.Version;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Adds the entries of {@code additions.txt} to a document. */
final class AddedEntries {

    private final ObjectNode root;
    private final ObjectNode schemas;
    private final SchemaIndex index;
    private final MergeTarget target;
    private final AddedOperations operations;
    private final AddedExtensions extensions;
    /** The resources that responses may include, by primary resource. */
    private final Map<String, List<String>> includes = new HashMap<>();

    AddedEntries(ObjectNode root) {
        this.root = root;
        this.schemas = root.withObjectProperty("components").withObjectProperty("schemas");
        this.index = new SchemaIndex(schemas);
        this.target = new MergeTarget(index);
        this.operations = new AddedOperations(index);
        this.extensions = new AddedExtensions(root, index, target, operations);
    }

    /** Returns whether the document changed. */
    boolean apply(Outline entry) {
        try {
            add(entry);
        } catch (MissingSchemaException e) {
            target.differs(entry.text() + ": " + e.getMessage());
        }
        return target.takeChanged();
    }

    private void add(Outline entry) {
        switch (entry.word(0)) {
            case "version" -> raiseVersion(entry.word(1));
            case "values" -> addSchema(entry, Shapes.values(entry.wordsAfter(2)));
            case "object" -> addSchema(entry, AddedSchemas.object(AddedSchemas.attributes(entry)));
            case "resource" -> {
                entry.beginning("includes").forEach(line -> includes.put(entry.word(1), line.wordsAfter(1)));
                addSchema(entry, AddedSchemas.resource(entry.word(2), entry));
            }
            case "create", "update" -> {
                boolean creates = entry.word(0).equals("create");
                String name = AddedBodies.nameOf(entry.word(0), entry.word(1));
                target.put(schemas, name, AddedBodies.body(index.typeOf(entry.word(1)), creates, entry), name);
            }
            case "extend" -> extensions.apply(entry);
            case "deprecated" -> deprecate(entry);
            case "GET", "POST", "PATCH", "DELETE" -> addOperation(entry);
            default -> throw new IllegalArgumentException("The entry '" + entry.text() + "' has an unknown kind.");
        }
    }

    /** Returns the differences between the document and the entries since the last call. */
    List<String> takeDifferences() {
        return target.takeDifferences();
    }

    private void raiseVersion(String version) {
        ObjectNode info = root.withObjectProperty("info");
        String present = info.path("version").asText();
        if (present.isEmpty() || Version.parse(present).compareTo(Version.parse(version)) < 0) {
            info.put("version", version);
        }
    }

    private void addSchema(Outline entry, ObjectNode schema) {
        target.put(schemas, entry.word(1), schema, entry.word(1));
    }

    private void addOperation(Outline entry) {
        String path = entry.word(1);
        ObjectNode verbs = root.withObjectProperty("paths").withObjectProperty(path);
        AddedAnswer answer = operations.answer(entry, includes);
        if (target.put(verbs, verb(entry.word(0)), operations.operation(entry, answer), entry.text())) {
            if (path.contains("{id}") && !verbs.has("parameters")) {
                verbs.set("parameters", Shapes.array().add(AddedOperations.idParameter()));
            }
            if (answer.schema().isObject() && !schemas.has(answer.name())) {
                schemas.set(answer.name(), answer.schema());
            }
        }
    }

    private void deprecate(Outline entry) {
        JsonNode operation = root.path("paths").path(entry.word(2)).path(verb(entry.word(1)));
        if (!(operation instanceof ObjectNode object)) {
            target.differs(entry.rest() + ": there is no such operation to deprecate");
        } else if (!object.path("deprecated").asBoolean()) {
            object.put("deprecated", true);
            target.changed();
        }
    }

    private static String verb(String upper) {
        return upper.toLowerCase(Locale.ROOT);
    }
}
