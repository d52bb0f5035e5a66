package io.github.ascjava.testing.internal.catalog;

import io.github.ascjava.testing.internal.catalog.OperationShape.Answer;
import io.github.ascjava.testing.internal.catalog.OperationShape.Content;
import io.github.ascjava.testing.internal.catalog.OperationShape.Query;
import io.github.ascjava.testing.internal.catalog.OperationShape.Sent;
import io.github.ascjava.testing.internal.catalog.ResourceShape.RelationshipShape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the files of the catalog; {@code CatalogWriter} of asc-codegen tells how they are written. */
final class CatalogReader {

    private static final String JSON = "application/json";

    private final ShapeParser shapes;
    final Map<String, ResourceShape> resources = new LinkedHashMap<>();
    final Map<String, BodyShape> bodies = new LinkedHashMap<>();
    final List<OperationShape> operations = new ArrayList<>();
    String version = "";

    CatalogReader() {
        Map<String, String> definitions = new HashMap<>();
        for (String line : DataFile.lines(CatalogReader.class, "types.txt")) {
            int blank = line.indexOf(' ');
            definitions.put(line.substring(0, blank), line.substring(blank + 1));
        }
        this.shapes = new ShapeParser(definitions);
        List<List<String>> ofOperations = new ArrayList<>();
        for (String line : DataFile.lines(CatalogReader.class, "index.txt")) {
            if (line.startsWith("version ")) {
                version = line.substring("version ".length());
            } else if (!line.equals("types")) {
                readFile(line + ".txt", ofOperations);
            }
        }
        // Last, because they refer to the fields of resources of all files.
        ofOperations.forEach(this::readOperation);
    }

    private void readFile(String file, List<List<String>> ofOperations) {
        for (List<String> block : blocks(DataFile.lines(CatalogReader.class, file))) {
            String heading = block.get(0);
            if (heading.startsWith("resource ")) {
                readResource(block);
            } else if (heading.startsWith("body ")) {
                readBody(block);
            } else {
                ofOperations.add(block);
            }
        }
    }

    private static List<List<String>> blocks(List<String> lines) {
        List<List<String>> blocks = new ArrayList<>();
        for (String line : lines) {
            if (!line.startsWith(" ")) {
                blocks.add(new ArrayList<>());
            }
            blocks.get(blocks.size() - 1).add(line.strip());
        }
        return blocks;
    }

    private void readResource(List<String> block) {
        String[] heading = words(block.get(0));
        Map<String, Shape.Member> attributes = new LinkedHashMap<>();
        Map<String, RelationshipShape> relationships = new LinkedHashMap<>();
        for (String line : block.subList(1, block.size())) {
            if (line.startsWith("-> ")) {
                String[] words = words(line);
                List<String> marks = Arrays.asList(words);
                relationships.put(
                        words[1],
                        new RelationshipShape(
                                words[1],
                                words[2].equals("many"),
                                words[3].equals("-") ? null : words[3],
                                marks.contains("data"),
                                marks.contains("links")));
            } else {
                Shape.Member attribute = shapes.member(line);
                attributes.put(attribute.name(), attribute);
            }
        }
        resources.put(heading[1], new ResourceShape(heading[1], heading[2], attributes, relationships));
    }

    private void readBody(List<String> block) {
        String heading = block.get(0);
        String[] words = words(heading);
        Map<String, Shape.Member> attributes = new LinkedHashMap<>();
        Map<String, BodyShape.Link> relationships = new LinkedHashMap<>();
        List<String> included = List.of();
        for (String line : block.subList(1, block.size())) {
            if (line.startsWith("-> ")) {
                String[] parts = words(line);
                boolean required = parts[1].endsWith("!");
                String name = required ? parts[1].substring(0, parts[1].length() - 1) : parts[1];
                relationships.put(name, new BodyShape.Link(name, required, parts[2].equals("many"), parts[3]));
            } else if (line.startsWith("included ")) {
                included = List.of(words(line.substring("included ".length())));
            } else {
                Shape.Member attribute = shapes.member(line);
                attributes.put(attribute.name(), attribute);
            }
        }
        bodies.put(
                words[1],
                new BodyShape(
                        words[1],
                        words[2],
                        heading.contains(" attributes!"),
                        heading.contains(" relationships!"),
                        attributes,
                        relationships,
                        included));
    }

    private void readOperation(List<String> block) {
        String[] heading = words(block.get(0));
        Action action = Action.valueOf(heading[2]);
        String[] segments = heading[1].split("/", -1);
        List<Answer> answers = new ArrayList<>();
        @Nullable Sent body = null;
        Map<String, Set<String>> fields = new LinkedHashMap<>();
        Set<String> includes = Set.of();
        Set<String> sorts = Set.of();
        @Nullable Integer limit = null;
        Map<String, Integer> limits = new LinkedHashMap<>();
        Map<String, Shape.Member> parameters = new LinkedHashMap<>();
        Map<String, String> versions = new HashMap<>();
        for (String line : block.subList(1, block.size())) {
            int blank = line.indexOf(' ');
            String first = line.substring(0, blank);
            String rest = line.substring(blank + 1);
            if (first.equals("answer")) {
                answers.add(answer(rest));
            } else if (first.equals("body")) {
                body = sent(rest);
            } else if (first.equals("fields")) {
                Arrays.stream(words(rest)).forEach(each -> addFields(each, fields));
            } else if (first.equals("include")) {
                includes = ordered(rest);
            } else if (first.equals("included")) {
                versions.put(resource(rest).type(), rest);
            } else if (first.equals("sort")) {
                sorts = ordered(rest);
            } else if (first.equals("limit")) {
                limit = Integer.valueOf(rest);
            } else if (first.startsWith("limit[")) {
                limits.put(first.substring("limit[".length(), first.length() - 1), Integer.valueOf(rest));
            } else {
                Shape.Member parameter = shapes.member(line);
                parameters.put(parameter.name(), parameter);
            }
        }
        operations.add(new OperationShape(
                heading[0],
                heading[1],
                action,
                segments[2],
                segments.length > 4 ? segments[segments.length - 1] : null,
                List.copyOf(answers),
                body,
                new Query(fields, includes, sorts, limit, limits, parameters, versions)));
    }

    private Answer answer(String text) {
        String[] words = text.split(" ", 3);
        int status = Integer.parseInt(words[0]);
        if (words.length == 1) {
            return new Answer(status, Content.NOTHING, "", "", null);
        }
        String rest = words.length == 3 ? words[2] : "";
        return switch (words[1]) {
            case "one" -> new Answer(status, Content.ONE, JSON, rest, null);
            case "many" -> new Answer(status, Content.MANY, JSON, rest, null);
            case "id" -> new Answer(status, Content.ID, JSON, rest, null);
            case "ids" -> new Answer(status, Content.IDS, JSON, rest, null);
            case "metrics" -> new Answer(status, Content.METRICS, JSON, "", shapes.parse(rest));
            default -> new Answer(status, Content.OTHER, words[1], "", rest.isEmpty() ? null : shapes.parse(rest));
        };
    }

    private static Sent sent(String text) {
        String[] words = words(text);
        return words.length == 1
                ? new Sent(Content.ONE, text)
                : new Sent(words[0].equals("id") ? Content.ID : Content.IDS, words[1]);
    }

    /** {@code AppInfo-kidsAgeBand}: the fields of a resource, without one of them. */
    private void addFields(String text, Map<String, Set<String>> fields) {
        String[] parts = text.split("(?=[+-])", -1);
        ResourceShape resource = resource(parts[0]);
        Set<String> names = resource.fields();
        for (String part : Arrays.asList(parts).subList(1, parts.length)) {
            if (part.startsWith("+")) {
                names.add(part.substring(1));
            } else {
                names.remove(part.substring(1));
            }
        }
        fields.put(resource.type(), names);
    }

    private ResourceShape resource(String schema) {
        ResourceShape resource = resources.get(schema);
        if (resource == null) {
            throw new IllegalArgumentException("The catalog has no resource " + schema + ".");
        }
        return resource;
    }

    private static Set<String> ordered(String text) {
        return new LinkedHashSet<>(List.of(words(text)));
    }

    private static String[] words(String text) {
        return text.split(" ", -1);
    }
}
