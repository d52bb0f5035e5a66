package io.github.ascjava.codegen;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Creates schemas of values, objects and resources, in Apple's style, from the short form in {@code additions.txt}. */
final class AddedSchemas {

    private static final Pattern FORMAT = Pattern.compile("text\\((.+)\\)");
    private static final Pattern RANGE = Pattern.compile("integer\\((\\d+)\\.\\.(\\d+)\\)");
    private static final String LIST = "list of ";
    private static final String VALUES = "values ";
    private static final String ARROW = " -> ";
    private static final String REQUIRED = " required";

    private AddedSchemas() {}

    static Stream<Outline> attributes(Outline entry) {
        List<String> others = List.of("see", "includes", "requires");
        return entry.inner().stream().filter(line -> !isRelationship(line) && !others.contains(line.word(0)));
    }

    static Stream<Outline> relationships(Outline entry) {
        return entry.inner().stream().filter(AddedSchemas::isRelationship);
    }

    static boolean isRelationship(Outline line) {
        return line.text().contains(ARROW);
    }

    static boolean isRequired(Outline line) {
        return line.text().endsWith(REQUIRED);
    }

    static ObjectNode resource(String type, Outline entry) {
        ObjectNode properties = Shapes.identity(type);
        if (attributes(entry).findAny().isPresent()) {
            properties.set("attributes", object(attributes(entry)));
        }
        if (relationships(entry).findAny().isPresent()) {
            properties.set("relationships", relationships(relationships(entry)));
        }
        properties.set("links", Shapes.reference("ResourceLinks"));
        ObjectNode resource = Shapes.typed("object").set("properties", properties);
        return resource.set("required", Shapes.strings("id", "type"));
    }

    static ObjectNode object(Stream<Outline> members) {
        ObjectNode object = Shapes.typed("object");
        members.forEach(line -> object.withObjectProperty("properties").set(line.word(0), member(line)));
        return object;
    }

    static ObjectNode relationships(Stream<Outline> lines) {
        ObjectNode all = Shapes.typed("object");
        lines.forEach(line -> all.withObjectProperty("properties").set(line.word(0), relationship(line)));
        return all;
    }

    /** Returns the schema of an attribute, or of a member of an object. */
    static ObjectNode member(Outline line) {
        return type(withoutRequired(line.rest()), line);
    }

    /** Returns the schema of a relationship, in a resource or in a request. */
    static ObjectNode relationship(Outline line) {
        ObjectNode relationship = Shapes.typed("object");
        ObjectNode properties = relationship.putObject("properties");
        for (String part : withoutRequired(line.text()).split(ARROW, 2)[1].split(", ", -1)) {
            switch (part) {
                case "links" -> properties.set("links", Shapes.reference("RelationshipLinks"));
                case "meta" -> properties.set("meta", Shapes.reference("PagingInformation"));
                default -> properties.set("data", Shapes.identifiers(part));
            }
        }
        return isRequired(line) ? relationship.set("required", Shapes.strings("data")) : relationship;
    }

    private static String withoutRequired(String text) {
        return text.endsWith(REQUIRED) ? text.substring(0, text.length() - REQUIRED.length()) : text;
    }

    private static ObjectNode type(String type, Outline line) {
        if (type.startsWith(LIST)) {
            return Shapes.typed("array").set("items", type(type.substring(LIST.length()), line));
        }
        if (type.startsWith(VALUES)) {
            return Shapes.values(Arrays.asList(type.substring(VALUES.length()).split(" ", -1)));
        }
        Matcher format = FORMAT.matcher(type);
        if (format.matches()) {
            return Shapes.typed("string").put("format", format.group(1));
        }
        Matcher range = RANGE.matcher(type);
        if (range.matches()) {
            return Shapes.typed("integer")
                    .put("format", "int64")
                    .put("minimum", Long.parseLong(range.group(1)))
                    .put("maximum", Long.parseLong(range.group(2)));
        }
        return switch (type) {
            case "text" -> Shapes.typed("string");
            case "integer", "number", "boolean" -> Shapes.typed(type);
            case "object" -> object(line.inner().stream());
            default -> {
                if (!type.matches("[A-Z]\\w+")) {
                    throw new IllegalArgumentException("The line '" + line.text() + "' names an unknown type.");
                }
                yield Shapes.reference(type);
            }
        };
    }
}
