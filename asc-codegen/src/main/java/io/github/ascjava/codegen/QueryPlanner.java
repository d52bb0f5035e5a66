package io.github.ascjava.codegen;

import static io.github.ascjava.codegen.UnknownShapeException.require;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ascjava.codegen.Model.Parameter;
import io.github.ascjava.codegen.Model.Query;
import io.github.ascjava.codegen.Model.Resource;
import io.github.ascjava.codegen.Model.Style;
import io.github.ascjava.codegen.Model.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Plans the query classes: one for each set of parameters, named after the first operation that has it.
 *
 * <p>Value types of {@code include}, {@code sort} and the like are nested in the query class; a later query on the same
 * resource with the same values uses those of the first.
 */
final class QueryPlanner {

    private static final int USUAL_MAXIMUM = 200;
    private static final Set<String> OWN_VALUES = Set.of("sort", "groupBy", "period", "granularity");

    private static final List<String> VERBS = List.of("list", "get", "download", "create");

    /** Descriptions of parameters whose name is not enough to set them; by tag and parameter. */
    private static final Map<String, String> KNOWN = Map.of(
            "SalesReports filter[reportDate]",
            "Sets the date of the report: {@code YYYY-MM-DD} for DAILY and WEEKLY, where a week is named by the Sunday that"
                    + " ends it; {@code YYYY-MM} for MONTHLY; {@code YYYY} for YEARLY",
            "FinanceReports filter[reportDate]",
            "Sets the month of Apple's fiscal year, as {@code YYYY-MM}",
            "AnalyticsReports filter[processingDate]",
            "Filters by {@code processingDate}, as {@code YYYY-MM-DD}: matches resources that have any of these values");

    private final Document document;
    private final TypePlanner types;
    private final ResourcePlanner resources;
    private final Map<String, Set<String>> fieldValues = new TreeMap<>();
    private final Map<List<Object>, Query> byParameters = new LinkedHashMap<>();
    private final Map<String, JavaType> nestedTypes = new LinkedHashMap<>();
    private final Set<String> names = new HashSet<>();

    QueryPlanner(Document document, TypePlanner types, ResourcePlanner resources) {
        this.document = document;
        this.types = types;
        this.resources = resources;
        for (Operation operation : document.operations()) {
            for (JsonNode parameter : operation.queryParameters()) {
                if (isFields(parameter)) {
                    fieldValues
                            .computeIfAbsent(parameter.path("name").asText(), name -> new LinkedHashSet<>())
                            .addAll(listed(parameter));
                }
            }
        }
    }

    List<Query> queries() {
        return List.copyOf(byParameters.values());
    }

    /** Returns the query class of an operation, or null if the operation has no parameters. */
    @Nullable
    Query plan(Operation operation, String methodName, String domain, @Nullable String schema) {
        List<JsonNode> parameters = operation.queryParameters();
        if (parameters.isEmpty()) {
            return null;
        }
        parameters.forEach(each -> requireKnown(each, operation));
        parameters.stream().filter(QueryPlanner::isFields).forEach(each -> planFields(each, operation));
        Query shared = shared(parameters, operation, schema);
        if (shared != null) {
            return shared;
        }
        List<JsonNode> own = parameters.stream()
                .filter(each -> !isFields(each) && !isIncludedLimit(each))
                .toList();
        List<Object> key = List.of(String.valueOf(schema), own);
        Query known = byParameters.get(key);
        if (known != null) {
            return known;
        }
        String verb = VERBS.stream().filter(methodName::startsWith).findFirst().orElseThrow();
        String rest = methodName.substring(verb.length());
        boolean collection = operation.action() == Operation.Action.GET_COLLECTION;
        String owner = collection ? operation.tag() : Names.singular(operation.tag());
        String name = Names.capitalized(verb) + owner + rest;
        if (!names.add(name)) {
            // A review's response and a response to reviews sound alike; the plural of the tag distinguishes them.
            name = Names.capitalized(verb) + operation.tag() + rest;
            require(names.add(name), operation.place(), "a second query class " + name + ".");
        }
        JavaType className = new JavaType(InterfacePlanner.API + domain, name);
        List<Value> nested = new ArrayList<>();
        Resource target = resources.find(schema);
        List<Parameter> planned = own.stream()
                .map(each -> parameter(each, operation, className, target, nested))
                .toList();
        Query query = new Query(className, null, planned, nested, operation.tag() + "Api#" + methodName);
        byParameters.put(key, query);
        return query;
    }

    /** Returns a class of the library if it covers all parameters, or null if the operation needs its own. */
    private @Nullable Query shared(List<JsonNode> parameters, Operation operation, @Nullable String schema) {
        boolean fields = parameters.stream().anyMatch(QueryPlanner::isFields);
        JsonNode include = named(parameters, "include");
        JsonNode limit = named(parameters, "limit");
        requireIncludable(parameters, operation, include);
        boolean covered = parameters.stream()
                .allMatch(each -> isFields(each)
                        || isIncludedLimit(each)
                        || Set.of("include", "limit").contains(each.path("name").asText()));
        boolean usualLimit =
                limit == null || limit.path("schema").path("maximum").asInt() == USUAL_MAXIMUM;
        if (!covered || !usualLimit) {
            return null;
        }
        if (include == null) {
            String plain = fields ? "PageQuery" : "IdQuery";
            return shared(limit == null ? "FieldsQuery" : plain, null);
        }
        return shared(limit == null ? "GetQuery" : "ListQuery", includeType(include, operation, schema));
    }

    /** A hand-written class that hundreds of operations share. */
    private static Query shared(String name, @Nullable JavaType argument) {
        return new Query(new JavaType(Library.CALL, name), argument, List.of(), List.of(), "");
    }

    private static @Nullable JsonNode named(List<JsonNode> parameters, String name) {
        return parameters.stream()
                .filter(each -> each.path("name").asText().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** A limit on an included relationship is named by a value of {@code include}, so that value must exist. */
    private static void requireIncludable(List<JsonNode> parameters, Operation operation, @Nullable JsonNode include) {
        List<String> values = include == null ? List.of() : listed(include);
        for (JsonNode parameter : parameters) {
            String name = parameter.path("name").asText();
            boolean includable = !isIncludedLimit(parameter) || values.contains(inner(name));
            require(includable, operation.place(), name + " limits a relationship that cannot be included.");
        }
    }

    private JavaType includeType(JsonNode include, Operation operation, @Nullable String schema) {
        requireCommaJoined(include, operation);
        String owner = schema == null ? Names.singular(operation.tag()) : schema;
        return types.includeType(owner, listed(include));
    }

    /** The parameter's other keywords are ignored below, so they are checked here. */
    private static void requireKnown(JsonNode parameter, Operation operation) {
        String name = parameter.path("name").asText();
        String place = operation.place() + " " + name;
        Keywords.requireValue(parameter.path("schema"), place);
        Keywords.requireValue(Document.elementOf(parameter.path("schema")), place);
        boolean listed = isFields(parameter) || name.equals("include");
        boolean planned = listed || isIncludedLimit(parameter);
        require(!planned || !parameter.path("required").asBoolean(), place, "that it is required is unsupported.");
        require(!listed || isListOfTexts(parameter.path("schema")), place, "it is not a list of strings.");
        boolean limited =
                !isIncludedLimit(parameter) || parameter.path("schema").has("maximum");
        require(limited, operation.place(), "the limit " + name + " has no maximum.");
    }

    private static boolean isListOfTexts(JsonNode schema) {
        return Document.isList(schema)
                && schema.path("items").path("type").asText().equals("string");
    }

    /** The allowed values of a parameter's list. */
    private static List<String> listed(JsonNode parameter) {
        return Document.texts(parameter.at("/schema/items/enum"));
    }

    /**
     * The attribute that a parameter such as {@code filter[name]} refers to, with the relationships on the way to it.
     */
    static String inner(String name) {
        return name.replaceAll("^\\w+\\[|]$", "");
    }

    private static boolean isFields(JsonNode parameter) {
        return parameter.path("name").asText().startsWith("fields[");
    }

    private static boolean isIncludedLimit(JsonNode parameter) {
        return parameter.path("name").asText().startsWith("limit[");
    }

    /** Fields need no method, because each one knows its parameter, and {@code Query.fields} accepts all of them. */
    private void planFields(JsonNode parameter, Operation operation) {
        requireCommaJoined(parameter, operation);
        String name = parameter.path("name").asText();
        String type = inner(name);
        String schema = resources.firstSchemaOf(type);
        String owner = schema == null ? Names.capitalized(Names.singular(type)) : schema;
        types.fieldType(owner, type, fieldValues.getOrDefault(name, Set.of()));
    }

    private static void requireCommaJoined(JsonNode parameter, Operation operation) {
        boolean joined = parameter.path("style").asText().equals("form")
                && !parameter.path("explode").asBoolean(true);
        require(joined, operation.place(), "the list " + parameter.path("name").asText() + " is not comma-joined.");
    }

    private Parameter parameter(
            JsonNode node, Operation operation, JavaType query, @Nullable Resource target, List<Value> nested) {
        String name = node.path("name").asText();
        JsonNode schema = node.path("schema");
        boolean isList = Document.isList(schema);
        if (isList) {
            requireCommaJoined(node, operation);
        }
        JsonNode element = Document.elementOf(schema);
        boolean isLimit = name.startsWith("limit");
        JavaType javaType;
        if (name.equals("include")) {
            javaType = includeType(node, operation, target == null ? null : target.schema());
        } else if (element.has("enum") || Document.refOf(element) != null) {
            javaType = valueType(name, element, operation, query, target, nested);
        } else {
            javaType = switch (element.path("type").asText()) {
                case "string" -> JavaType.STRING;
                case "boolean" -> JavaType.of(boolean.class);
                case "integer" -> JavaType.of(int.class);
                default ->
                    throw new UnknownShapeException(
                            operation.place(), "the parameter " + name + " has an unsupported type.");
            };
        }
        // The document types Boolean filters as strings and allows several values, although there are only two.
        boolean isSwitch = javaType.equals(JavaType.STRING)
                && name.startsWith("filter[")
                && JavaType.BOOLEAN.equals(attributeType(inner(name), target));
        boolean list = isList && !isSwitch;
        require(!isLimit || schema.has("maximum"), operation.place(), "the limit " + name + " has no maximum.");
        return new Parameter(
                name,
                Names.parameter(name),
                isSwitch ? JavaType.of(boolean.class) : javaType,
                isLimit ? Style.LIMIT : list ? Style.LIST : Style.SINGLE,
                schema.path("maximum").asInt(),
                node.path("required").asBoolean(),
                node.path("deprecated").asBoolean(),
                KNOWN.getOrDefault(
                        operation.tag() + " " + name,
                        description(name, list, schema.path("maximum").asInt())));
    }

    private static String description(String name, boolean isList, int maximum) {
        String inner = inner(name);
        if (name.startsWith("filter[")) {
            return "Filters by {@code " + inner + "}: matches resources that have "
                    + (isList ? "any of these values" : "this value");
        } else if (name.startsWith("exists[")) {
            return "Filters by whether resources have {@code " + inner + "}";
        }
        return switch (name) {
            case "limit" -> "Maximum number of resources per page, 0 to " + maximum;
            case "include" -> "Includes these related resources in the response";
            case "sort" -> "Sorts by these keys, the first one being the most important";
            default -> "Sets {@code " + name + "}";
        };
    }

    private JavaType valueType(
            String name,
            JsonNode element,
            Operation operation,
            JavaType query,
            @Nullable Resource target,
            List<Value> nested) {
        String ref = Document.refOf(element);
        JsonNode valued = ref == null ? element : document.schema(ref);
        require(valued.has("enum"), operation.place(), "the parameter " + name + " refers to a schema without values.");
        List<String> values = Document.texts(valued.path("enum"));
        if (OWN_VALUES.contains(name)) {
            return nestedType(Names.capitalized(name), values, query, target, nested);
        }
        if (ref != null) {
            return types.typeOf(element, operation.tag(), name);
        }
        String path = inner(name);
        JavaType attribute = attributeType(path, target);
        List<String> known = attribute == null ? null : types.valuesOf(attribute);
        if (attribute != null && known != null && known.containsAll(values)) {
            // The attribute's type, even if the document lists fewer values for the filter.
            return attribute;
        }
        // A filter of related resources takes their IDs, even if the document has no such attribute.
        String related = Names.capitalized(Names.singular(Objects.requireNonNullElse(operation.relationship(), "x")));
        String owner = document.schemas().containsKey(related) ? related : Names.singular(operation.tag());
        return types.valueType(values, owner, path);
    }

    /** The type of an attribute, after the relationships in the path. */
    private @Nullable JavaType attributeType(String path, @Nullable Resource target) {
        if (target == null) {
            return null;
        }
        int dot = path.indexOf('.');
        if (dot < 0) {
            return target.attributes().stream()
                    .filter(attribute -> attribute.jsonName().equals(path))
                    .map(attribute -> attribute.type().element())
                    .findFirst()
                    .orElse(null);
        }
        return target.relationships().stream()
                .filter(relationship -> relationship.jsonName().equals(path.substring(0, dot)))
                .findFirst()
                .map(relationship -> attributeType(path.substring(dot + 1), resources.find(relationship.schema())))
                .orElse(null);
    }

    private JavaType nestedType(
            String name, List<String> values, JavaType query, @Nullable Resource target, List<Value> nested) {
        String key = name + (target == null ? query.name() : target.name().name()) + values;
        return nestedTypes.computeIfAbsent(key, absent -> {
            JavaType type = query.nested(name);
            nested.add(new Value(type, name, values));
            return type;
        });
    }
}
