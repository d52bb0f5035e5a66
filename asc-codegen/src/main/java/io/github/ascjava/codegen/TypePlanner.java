package io.github.ascjava.codegen;

import static io.github.ascjava.codegen.UnknownShapeException.require;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ascjava.codegen.Model.Member;
import io.github.ascjava.codegen.Model.ObjectType;
import io.github.ascjava.codegen.Model.Value;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Determines the Java type of each schema within attributes, parameters and responses, and plans the types to be
 * written for them. Within a domain, equal sets of values and objects of equal shape share one type.
 */
final class TypePlanner {

    static final String MODEL = Library.CLIENT + ".model.";

    private final Document document;
    private final Domains domains;
    private final Map<String, Value> values = new TreeMap<>();
    private final Map<String, Value> includes = new TreeMap<>();
    private final Map<String, Value> fields = new TreeMap<>();
    /** By domain and values: equal sets of two domains are two types, because each may grow independently. */
    private final Map<Map.Entry<String, Set<String>>, JavaType> valuesBySet = new HashMap<>();
    /** From {@code value-names.txt}, by owner and member. */
    private final Map<String, String> valueNames = new TreeMap<>();

    private final Map<String, ObjectType> objects = new TreeMap<>();
    /** By domain and shape, for the same reason. */
    private final Map<Map.Entry<String, JsonNode>, String> objectNamesByShape = new HashMap<>();

    private final Set<String> sent = new HashSet<>();
    private final Set<String> answers = new HashSet<>();
    /** The top-level schema that contains an object without a name of its own, by the object's type name. */
    private final Map<String, String> roots = new LinkedHashMap<>();

    TypePlanner(Document document, Domains domains) {
        this.document = document;
        this.domains = domains;
        for (String line : DataFile.lines("value-names.txt")) {
            int blank = line.indexOf(' ');
            valueNames.put(line.substring(0, blank), line.substring(blank + 1));
        }
        document.schemas().forEach((name, schema) -> {
            if (schema.has("enum")) {
                addValue(name, name, Document.texts(schema.path("enum")));
            }
        });
    }

    Collection<Value> values() {
        return values.values();
    }

    Collection<ObjectType> objects() {
        return objects.values().stream()
                .map(object -> new ObjectType(
                        object.name(),
                        object.members(),
                        sent.contains(object.name().name()),
                        answers.contains(object.name().name())))
                .toList();
    }

    JavaType modelClass(String name) {
        return modelClass(name, "");
    }

    private JavaType modelClass(String owner, String suffix) {
        return new JavaType(MODEL + domainOf(owner), Names.capitalized(owner) + suffix);
    }

    /**
     * Returns the type of a schema.
     *
     * @param schema the schema
     * @param owner the class that the member belongs to, from which unnamed types derive their name
     * @param member the name of the member
     */
    JavaType typeOf(JsonNode schema, String owner, String member) {
        Keywords.requireValue(schema, owner + "." + member);
        String ref = Document.refOf(schema);
        if (ref != null) {
            return referenced(ref);
        }
        if (schema.has("enum")) {
            return valueType(Document.texts(schema.path("enum")), owner, member);
        }
        String type = schema.path("type").asText();
        return switch (type) {
            case "string" -> text(schema.path("format").asText());
            case "boolean" -> JavaType.BOOLEAN;
            // Plain integers include file sizes (docs/live-service.md#integers-may-be-large), so all of them are long.
            case "integer" -> JavaType.LONG;
            case "number" -> JavaType.DOUBLE;
            case "array" -> {
                require(schema.has("items"), owner + "." + member, "a list without an element type is unsupported.");
                yield JavaType.list(typeOf(schema.path("items"), owner, Names.singular(member)));
            }
            case "object" -> object(schema, owner, member);
            case "" -> {
                require(schema.isEmpty(), owner + "." + member, "a schema without a type is unsupported.");
                yield JavaType.JSON;
            }
            default -> throw new UnknownShapeException(owner + "." + member, "the type " + type + " is unsupported.");
        };
    }

    /** As {@link #typeOf}, for a member of requests, whose objects need builders. */
    JavaType sentTypeOf(JsonNode schema, String owner, String member) {
        JavaType type = typeOf(schema, owner, member);
        markSent(type);
        return type;
    }

    /** Marks an object as a response or an element of one, which keeps its own unknown members. */
    JavaType answer(JavaType type) {
        answers.add(type.name());
        return type;
    }

    /** Returns the value type with these values, planning one if necessary. */
    JavaType valueType(List<String> texts, String owner, String member) {
        String name = valueNames.getOrDefault(owner + "." + member, merged(owner, member));
        Value own = values.get(name);
        if (own != null && own.values().containsAll(texts)) {
            return own.name();
        }
        String domainOf = valueNames.containsValue(name) ? name : owner;
        JavaType known = valuesBySet.get(Map.entry(domainOf(domainOf), new TreeSet<>(texts)));
        return known == null ? addValue(name, domainOf, texts) : known;
    }

    /** Returns the values of a value type, or null if the type is not a value type. */
    @Nullable
    List<String> valuesOf(JavaType type) {
        Value value = values.get(type.name());
        return value == null ? null : value.values();
    }

    /** Plans the type of the fields of a resource, used for {@code fields[type]}. */
    void fieldType(String owner, String jsonType, Collection<String> texts) {
        JavaType type = modelClass(owner, "Field");
        fields.putIfAbsent(
                type.name(), new Value(type, jsonType, texts.stream().sorted().toList()));
    }

    /** Plans the type of the resources that can be included with a resource; all operations on it share the type. */
    JavaType includeType(String owner, List<String> texts) {
        JavaType type = modelClass(owner, "Include");
        includes.merge(type.name(), new Value(type, owner, texts), (old, more) -> {
            Set<String> all = new TreeSet<>(old.values());
            all.addAll(more.values());
            return new Value(type, owner, List.copyOf(all));
        });
        return type;
    }

    Collection<Value> includes() {
        return includes.values();
    }

    Collection<Value> fields() {
        return fields.values();
    }

    /** Plans a record for an object schema that has a name of its own. */
    JavaType namedObject(String name, JsonNode schema) {
        if (!objects.containsKey(name)) {
            JavaType className = modelClass(name);
            // Registered before its members, because an object may contain objects of its own type.
            objects.put(name, new ObjectType(className, List.of(), false, false));
            objects.put(name, new ObjectType(className, members(schema, name), false, false));
        }
        return objects.get(name).name();
    }

    List<Member> members(JsonNode schema, String owner) {
        return Document.members(schema, owner).stream()
                .map(each -> new Member(
                        each.getKey(),
                        javaName(each.getKey(), owner),
                        typeOf(each.getValue(), owner, each.getKey()),
                        each.getValue()))
                .toList();
    }

    /** A name that Java or {@code Resource} uses gets the owner's name as a prefix. */
    static String javaName(String jsonName, String owner) {
        boolean taken = Names.isReserved(jsonName)
                || Set.of("type", "id", "unknownFields").contains(jsonName);
        String name = taken ? Names.decapitalized(owner) + Names.capitalized(jsonName) : jsonName;
        return name.matches("[a-z][A-Za-z0-9]*") ? name : Names.decapitalized(Names.parameter(name.replace('-', '.')));
    }

    private String domainOf(String name) {
        boolean madeUp = !document.schemas().containsKey(name) || name.endsWith(BodyPlanner.INLINE);
        return madeUp ? domains.ofMadeUp(name) : domains.ofListed(name);
    }

    private void markSent(JavaType type) {
        type.arguments().forEach(this::markSent);
        ObjectType object = objects.get(type.name());
        if (object != null && sent.add(type.name())) {
            object.members().forEach(member -> markSent(member.type()));
        }
    }

    private JavaType referenced(String ref) {
        JsonNode schema = document.schema(ref);
        if (schema.has("enum")) {
            return Objects.requireNonNull(values.get(Names.capitalized(ref)), ref)
                    .name();
        }
        JsonNode mapValue = Document.mapValue(schema, ref);
        if (mapValue != null) {
            return JavaType.map(typeOf(mapValue, ref, "value"));
        }
        boolean isObject = schema.path("type").asText().equals("object");
        require(isObject, ref, "a reference to a schema that is neither values nor object is unsupported.");
        return namedObject(Names.capitalized(ref), schema);
    }

    private static JavaType text(String format) {
        return switch (format) {
            case "date-time" -> JavaType.DATE_TIME;
            case "date" -> JavaType.DATE;
            case "uri" -> JavaType.URI;
            // Decimal numbers in strings stay strings; durations may contain months, which Duration cannot represent.
            default -> JavaType.STRING;
        };
    }

    private JavaType object(JsonNode schema, String owner, String member) {
        JsonNode mapValue = Document.mapValue(schema, owner + "." + member);
        if (mapValue != null) {
            return JavaType.map(typeOf(mapValue, owner, member));
        }
        if (schema.path("properties").isEmpty()) {
            return JavaType.JSON;
        }
        String root = roots.getOrDefault(owner, owner);
        Map.Entry<String, JsonNode> shape = Map.entry(domainOf(root), shape(schema));
        String known = objectNamesByShape.get(shape);
        if (known == null) {
            known = objectName(owner, member);
            roots.put(known, root);
            objectNamesByShape.put(shape, known);
        }
        return namedObject(known, schema);
    }

    /** Named after the top-level schema, without the levels in between, unless that name is taken. */
    private String objectName(String owner, String member) {
        String name = merged(roots.getOrDefault(owner, owner), member);
        if (objects.containsKey(name) || values.containsKey(name)) {
            name = merged(owner, member);
        }
        // A build upload's state object contains a value type BuildUploadState.
        String free = document.schemas().containsKey(name) ? name + "Info" : name;
        require(!objects.containsKey(free), owner + "." + member, "another object is called " + free + " already.");
        return free;
    }

    /** The members that make two objects equal, regardless of whether requests may set one to null. */
    private static JsonNode shape(JsonNode schema) {
        JsonNode copy = schema.deepCopy();
        strip(copy);
        return copy;
    }

    private static void strip(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(List.of("nullable", "required", "deprecated"));
        }
        node.forEach(TypePlanner::strip);
    }

    /** Plans a value type; a second one with the same name must have the same values. */
    private JavaType addValue(String name, String domainOf, List<String> texts) {
        JavaType type = new JavaType(MODEL + domainOf(domainOf), Names.capitalized(name));
        Value value = values.computeIfAbsent(type.name(), key -> new Value(type, Names.words(key), texts));
        require(
                value.values().containsAll(texts),
                type.name(),
                "two sets of values have this name, " + value.values() + " and " + texts
                        + "; rename one of them in value-names.txt.");
        valuesBySet.putIfAbsent(Map.entry(domainOf(domainOf), new TreeSet<>(texts)), value.name());
        return value.name();
    }

    /** {@code SalesReport} and {@code reportType} become {@code SalesReportType}, without repeating the shared word. */
    private String merged(String owner, String member) {
        String tail = Names.capitalized(Names.parameter(member.replace('-', '.')));
        for (int i = Math.min(owner.length(), tail.length()); i > 2; i--) {
            boolean wordEnd = i == tail.length() || Character.isUpperCase(tail.charAt(i));
            if (wordEnd && owner.endsWith(tail.substring(0, i))) {
                String merged = owner + tail.substring(i);
                return document.schemas().containsKey(merged) ? owner + tail : merged;
            }
        }
        return owner + tail;
    }
}
