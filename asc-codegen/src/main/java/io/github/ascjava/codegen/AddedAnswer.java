package io.github.ascjava.codegen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * The response of an added operation.
 *
 * @param contentType the media type
 * @param name the name of the schema, or an empty text if the response has no body
 * @param many whether the response is a list, or not a JSON:API document, which Apple names like a list
 * @param schema the schema, or a missing node if another entry defines it
 */
record AddedAnswer(String contentType, String name, boolean many, JsonNode schema) {

    private static final String JSON = "application/json";
    private static final String LIST = "list of ";

    /**
     * Reads {@code answers User}, {@code answers list of User}, {@code answers list of ids of users} or {@code answers
     * report as application/x+json}.
     */
    static AddedAnswer of(Outline line, OperationPath path, Map<String, List<String>> includes, SchemaIndex schemas) {
        String what = line.rest();
        if (what.isEmpty()) {
            return new AddedAnswer("", "", false, MissingNode.getInstance());
        }
        if (what.contains(" as ")) {
            String[] parts = what.split(" as ", 2);
            return new AddedAnswer(parts[1], parts[0], true, MissingNode.getInstance());
        }
        boolean many = what.startsWith(LIST);
        String one = many ? what.substring(LIST.length()) : what;
        ObjectNode document = Shapes.typed("object");
        ObjectNode properties = document.putObject("properties");
        String name;
        if (one.matches("ids? of \\w+")) {
            String type = one.substring(one.lastIndexOf(' ') + 1);
            properties.set("data", Shapes.identifiers(many ? LIST + type : type));
            name = path.owner() + Names.capitalized(path.relationship()) + (many ? "Linkages" : "Linkage") + "Response";
        } else {
            JsonNode resource = Shapes.reference(one);
            properties.set("data", many ? Shapes.typed("array").set("items", resource) : resource);
            List<String> included = includes.getOrDefault(one, List.of());
            if (!included.isEmpty()) {
                properties.set("included", Shapes.typed("array").set("items", union(included, schemas)));
            }
            name = (many ? plural(one, schemas) : one) + "Response";
        }
        properties.set("links", Shapes.reference(many ? "PagedDocumentLinks" : "DocumentLinks"));
        if (many) {
            properties.set("meta", Shapes.reference("PagingInformation"));
        }
        return new AddedAnswer(JSON, name, many, document.set("required", Shapes.strings("data", "links")));
    }

    boolean isEmpty() {
        return name.isEmpty();
    }

    private static String plural(String resource, SchemaIndex schemas) {
        return Names.capitalized(schemas.typeOf(resource)) + Names.versionOf(resource);
    }

    private static JsonNode union(List<String> resources, SchemaIndex schemas) {
        if (resources.size() == 1) {
            return Shapes.reference(resources.get(0));
        }
        ObjectNode union = Shapes.object();
        resources.forEach(each -> addTo(union, each, schemas.typeOf(each)));
        return union;
    }

    /** Adds a resource to those that a document may include. */
    static void addTo(ObjectNode union, String resource, String type) {
        union.withArrayProperty("oneOf").add(Shapes.reference(resource));
        union.withObjectProperty("discriminator")
                .put("propertyName", "type")
                .withObjectProperty("mapping")
                .put(type, Document.SCHEMA_REF + resource);
    }
}
