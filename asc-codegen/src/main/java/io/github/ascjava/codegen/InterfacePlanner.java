package io.github.ascjava.codegen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.ascjava.codegen.Model.Answer;
import io.github.ascjava.codegen.Model.Content;
import io.github.ascjava.codegen.Model.Interface;
import io.github.ascjava.codegen.Model.Method;
import io.github.ascjava.codegen.Model.Query;
import io.github.ascjava.codegen.Model.Sends;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Plans one interface per tag, one method per operation and content type. */
final class InterfacePlanner {

    static final String API = Library.CLIENT + ".api.";

    private static final JsonNode NO_SHAPE = MissingNode.getInstance();
    private static final Answer NO_ANSWER = new Answer(Content.NOTHING, false, JavaType.VOID, "", NO_SHAPE, null);
    /** The tags that Apple denies to individual keys (facts 1.5). */
    private static final Set<String> NOT_FOR_INDIVIDUAL_KEYS = Set.of(
            "BundleIds",
            "BundleIdCapabilities",
            "Certificates",
            "Devices",
            "Profiles",
            "MerchantIds",
            "PassTypeIds",
            "SalesReports",
            "FinanceReports");

    /** The content types of files, which are handed on as they are. */
    private static final Set<String> STREAMED = Set.of("text/csv", "application/a-gzip");

    private final Document document;
    private final Domains domains;
    private final TypePlanner types;
    private final ResourcePlanner resources;
    private final BodyPlanner bodies;
    private final QueryPlanner queries;
    private final Map<String, Interface> interfaces = new TreeMap<>();

    InterfacePlanner(
            Document document,
            Domains domains,
            TypePlanner types,
            ResourcePlanner resources,
            BodyPlanner bodies,
            QueryPlanner queries) {
        this.document = document;
        this.domains = domains;
        this.types = types;
        this.resources = resources;
        this.bodies = bodies;
        this.queries = queries;
        Map<String, List<Operation>> byTag = new TreeMap<>();
        document.operations()
                .forEach(operation -> byTag.computeIfAbsent(operation.tag(), tag -> new ArrayList<>())
                        .add(operation));
        byTag.forEach(this::plan);
    }

    List<Interface> interfaces() {
        return List.copyOf(interfaces.values());
    }

    private void plan(String tag, List<Operation> operations) {
        String domain = domains.ofListed(tag);
        Set<String> taken = new HashSet<>();
        List<Method> methods = new ArrayList<>();
        for (Operation operation : operations) {
            String name = methodName(operation);
            if (!taken.add(name)) {
                // Versions come in order, so the plain name stays with the first.
                name += "V" + operation.version();
                if (!taken.add(name)) {
                    throw new UnknownShapeException(operation.place(), "a second method " + name + " in " + tag + ".");
                }
            }
            methods.addAll(methods(operation, name, domain));
        }
        interfaces.put(
                tag,
                new Interface(
                        new JavaType(API + domain, tag + "Api"),
                        Names.decapitalized(tag),
                        tag,
                        !NOT_FOR_INDIVIDUAL_KEYS.contains(tag),
                        methods));
    }

    static String methodName(Operation operation) {
        String relationship = Names.capitalized(Objects.requireNonNullElse(operation.relationship(), "x"));
        return switch (operation.action()) {
            case GET_COLLECTION -> "list";
            case GET_INSTANCE -> "get";
            case CREATE_INSTANCE -> "create";
            case UPDATE_INSTANCE -> "update";
            case DELETE_INSTANCE -> "delete";
            case GET_TO_MANY_RELATED, GET_METRICS -> "list" + relationship;
            case GET_TO_MANY_RELATIONSHIP -> "list" + Names.singular(relationship) + "Ids";
            case CREATE_TO_MANY_RELATIONSHIP -> "add" + relationship;
            case REPLACE_TO_MANY_RELATIONSHIP -> "replace" + relationship;
            case DELETE_TO_MANY_RELATIONSHIP -> "remove" + relationship;
            case GET_TO_ONE_RELATED -> "get" + relationship;
            case GET_TO_ONE_RELATIONSHIP -> "get" + relationship + "Id";
            case UPDATE_TO_ONE_RELATIONSHIP -> "set" + relationship;
        };
    }

    private List<Method> methods(Operation operation, String name, String domain) {
        JsonNode answer = operation.answer();
        String sentence = Sentences.of(operation);
        List<Method> methods = new ArrayList<>();
        if (!operation.verb().equals("GET") && !operation.queryParameters().isEmpty()) {
            throw new UnknownShapeException(operation.place(), "query parameters of other verbs than GET are new.");
        }
        if (answer.isMissingNode()) {
            return List.of(method(operation, name, sentence, NO_ANSWER, null));
        }
        String download = "download" + name.replaceFirst("^(list|get)", "");
        boolean isFile = STREAMED.containsAll(answer.properties().stream().map(Map.Entry::getKey).toList());
        Query query = queries.plan(operation, isFile ? download : name, domain, resourceOf(answer));
        Map<String, JsonNode> contents = new TreeMap<>();
        answer.properties().forEach(each -> contents.put(each.getKey(), each.getValue()));
        for (Map.Entry<String, JsonNode> content : contents.entrySet()) {
            String accept = content.getKey();
            JsonNode schema = content.getValue().path("schema");
            methods.add(
                    switch (accept) {
                        case "application/json" -> json(operation, name, sentence, schema, query);
                        case "text/csv" ->
                            stream(operation, isFile ? download : download + "Csv", "CSV", accept, query);
                        case "application/a-gzip" ->
                            stream(operation, download, "gzipped, tab-separated text", accept, query);
                        case "application/vnd.apple.xcode-metrics+json", "application/vnd.apple.diagnostic-logs+json" ->
                            method(
                                    operation,
                                    name,
                                    sentence,
                                    other(types.answer(types.typeOf(schema, name, "answer")), schema, accept),
                                    query);
                        default ->
                            throw new UnknownShapeException(
                                    operation.place(), "the content type " + accept + " is new.");
                    });
        }
        return methods;
    }

    /** The schema of the resources that an answer holds, or null if it holds none. */
    private @Nullable String resourceOf(JsonNode answer) {
        String ref = Document.refOf(answer.path("application/json").path("schema"));
        if (ref == null) {
            return null;
        }
        JsonNode data = document.schema(ref).path("properties").path("data");
        String element = Document.refOf(data.has("items") ? data.path("items") : data);
        return element != null && resources.find(element) != null ? element : null;
    }

    private Method json(Operation operation, String name, String sentence, JsonNode schema, @Nullable Query query) {
        String ref = Document.refOf(schema);
        if (ref == null) {
            throw new UnknownShapeException(operation.place(), "an answer without a schema of its own is new.");
        }
        JsonNode data = document.schema(ref).path("properties").path("data");
        boolean isList = data.path("type").asText().equals("array");
        JsonNode element = isList ? data.path("items") : data;
        String resource = Document.refOf(element);
        boolean toOne = operation.action() == Operation.Action.GET_TO_ONE_RELATED
                || operation.action() == Operation.Action.GET_TO_ONE_RELATIONSHIP;
        String linked = Document.typeOf(element);
        Answer answer;
        if (resource != null && resources.find(resource) != null) {
            answer = new Answer(
                    isList ? Content.MANY : Content.ONE, toOne, types.modelClass(resource), resource, NO_SHAPE, null);
        } else if (linked != null && isLinkage(element)) {
            answer = new Answer(
                    isList ? Content.IDS : Content.ID, toOne, Library.RESOURCE_IDENTIFIER, linked, NO_SHAPE, null);
        } else if (operation.action() == Operation.Action.GET_METRICS && isList) {
            JavaType metric =
                    types.answer(types.namedObject(ref.replaceFirst("(V1)?MetricResponse$", "Metric"), element));
            answer = new Answer(Content.METRICS, false, metric, "", element, null);
        } else {
            throw new UnknownShapeException(ref, "data that is neither resource, identifier nor metric is new.");
        }
        return method(operation, name, sentence, answer, query);
    }

    private static boolean isLinkage(JsonNode element) {
        return element.path("properties").size() == 2
                && element.path("properties").has("id");
    }

    private Method stream(Operation operation, String name, String form, String accept, @Nullable Query query) {
        String sentence = Sentences.downloading(operation) + " as " + form;
        return method(operation, name, sentence, other(Library.RESPONSE_BODY, NO_SHAPE, accept), query);
    }

    private static Answer other(JavaType value, JsonNode shape, String accept) {
        return new Answer(Content.OTHER, false, value, "", shape, accept);
    }

    private Method method(Operation operation, String name, String sentence, Answer answer, @Nullable Query query) {
        String body = Document.refOf(operation.body());
        Sends sends = Sends.NOTHING;
        JavaType bodyType = null;
        String sent = "";
        if (body != null) {
            JsonNode data = document.schema(body).path("properties").path("data");
            if (bodies.bodies().containsKey(body)) {
                sends = operation.verb().equals("PATCH") ? Sends.UPDATE : Sends.CREATE;
                bodyType = bodies.bodies().get(body).name();
                sent = body;
            } else {
                boolean isList = data.path("type").asText().equals("array");
                sends = isList ? Sends.LINKAGES : Sends.LINKAGE;
                sent = Document.typeOf(isList ? data.path("items") : data);
                if (sent == null) {
                    throw new UnknownShapeException(body, "a request body of this form is new.");
                }
            }
        } else if (!operation.body().isMissingNode()) {
            throw new UnknownShapeException(operation.place(), "a request body without a schema of its own is new.");
        }
        return new Method(name, operation, sentence, answer, query, sends, bodyType, sent);
    }
}
