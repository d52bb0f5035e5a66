package io.github.ascjava.codegen;

import static io.github.ascjava.codegen.UnknownShapeException.require;
import static io.github.ascjava.codegen.UnknownShapeException.requireFound;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.ascjava.codegen.Model.Answer;
import io.github.ascjava.codegen.Model.Body;
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
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Plans one interface per tag, one method per operation and content type. */
final class InterfacePlanner {

    static final String API = Library.CLIENT + ".api.";

    private static final JsonNode NO_SHAPE = MissingNode.getInstance();
    private static final Answer NO_ANSWER = new Answer(Content.NOTHING, false, JavaType.VOID, "", NO_SHAPE, null);
    /** The content types of files, which are passed on unparsed. */
    private static final Set<String> STREAMED = Set.of("text/csv", "application/a-gzip");
    /** The content types of JSON that is not a JSON:API document, such as that of metrics. */
    private static final Pattern OTHER_JSON = Pattern.compile("application/vnd\\.apple\\.[\\w.-]+\\+json");

    private static final List<String> MEMBERS_OF_ANSWERS = List.of("data", "included", "links", "meta");

    private final Document document;
    private final Domains domains;
    private final List<String> teamKeyTags = DataFile.lines("team-keys.txt");
    private final TypePlanner types;
    private final BodyPlanner bodies;
    private final QueryPlanner queries;
    private final Stops stops;

    InterfacePlanner(
            Document document,
            Domains domains,
            TypePlanner types,
            BodyPlanner bodies,
            QueryPlanner queries,
            Stops stops) {
        this.document = document;
        this.domains = domains;
        this.types = types;
        this.bodies = bodies;
        this.queries = queries;
        this.stops = stops;
    }

    List<Interface> plan() {
        Map<String, List<Operation>> byTag = document.operations().stream()
                .collect(Collectors.groupingBy(Operation::tag, TreeMap::new, Collectors.toList()));
        return byTag.entrySet().stream()
                .map(each -> plan(each.getKey(), each.getValue()))
                .toList();
    }

    private Interface plan(String tag, List<Operation> operations) {
        String domain = domains.ofListed(tag);
        Set<String> taken = new HashSet<>();
        List<Method> methods = new ArrayList<>();
        for (Operation operation : operations) {
            stops.attempt(() -> {
                String name = methodName(operation);
                if (!taken.add(name)) {
                    // Versions are in ascending order, so the first one gets the name without a number.
                    name += "V" + operation.version();
                    require(taken.add(name), operation.place(), "a second method " + name + " in " + tag + ".");
                }
                methods.addAll(methods(operation, name, domain));
            });
        }
        return new Interface(new JavaType(API + domain, tag + "Api"), tag, !teamKeyTags.contains(tag), methods);
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
        boolean canTakeQuery = operation.verb().equals("GET")
                || operation.action() == Operation.Action.CREATE_INSTANCE
                || operation.queryParameters().isEmpty();
        require(
                canTakeQuery,
                operation.place(),
                "query parameters of an operation that neither reads nor creates are unsupported.");
        if (answer.isMissingNode()) {
            Query query = queries.plan(operation, name, domain, null);
            return List.of(method(operation, name, sentence, NO_ANSWER, query));
        }
        String download = "download" + name.replaceFirst("^(list|get)", "");
        Set<String> contentTypes = new TreeSet<>();
        answer.fieldNames().forEachRemaining(contentTypes::add);
        boolean isFile = STREAMED.containsAll(contentTypes);
        Query query = queries.plan(operation, isFile ? download : name, domain, document.resourceOf(operation));
        for (String accept : contentTypes) {
            JsonNode schema = answer.path(accept).path("schema");
            methods.add(
                    switch (accept) {
                        case "application/json" -> json(operation, name, sentence, schema, query);
                        case "text/csv" ->
                            stream(operation, isFile ? download : download + "Csv", "CSV", accept, query);
                        case "application/a-gzip" ->
                            stream(operation, download, "gzipped, tab-separated text", accept, query);
                        default -> {
                            boolean known = OTHER_JSON.matcher(accept).matches();
                            require(known, operation.place(), "the content type " + accept + " is unsupported.");
                            Answer json = other(types.answer(types.typeOf(schema, name, "answer")), schema, accept);
                            yield method(operation, name, sentence, json, query);
                        }
                    });
        }
        boolean named = methods.stream().map(Method::name).distinct().count() == methods.size();
        require(named, operation.place(), "several responses of one kind, " + contentTypes + ", are unsupported.");
        return methods;
    }

    private Method json(Operation operation, String name, String sentence, JsonNode schema, @Nullable Query query) {
        String ref = requireFound(
                Document.refOf(schema), operation.place(), "a response without a named schema is unsupported.");
        Keywords.requireMembers(document.schema(ref), ref, MEMBERS_OF_ANSWERS);
        JsonNode data = Document.property(document.schema(ref), "data");
        boolean isList = Document.isList(data);
        JsonNode element = Document.elementOf(data);
        String resource = document.resourceOf(operation);
        boolean toOne = operation.action() == Operation.Action.GET_TO_ONE_RELATED
                || operation.action() == Operation.Action.GET_TO_ONE_RELATIONSHIP;
        String linked = Document.typeOf(element);
        Answer answer;
        if (resource != null) {
            answer = new Answer(
                    isList ? Content.MANY : Content.ONE, toOne, types.modelClass(resource), resource, NO_SHAPE, null);
        } else if (linked != null && isLinkage(element)) {
            answer = new Answer(
                    isList ? Content.IDS : Content.ID, toOne, Library.RESOURCE_IDENTIFIER, linked, NO_SHAPE, null);
        } else {
            boolean isMetric = operation.action() == Operation.Action.GET_METRICS && isList;
            require(isMetric, ref, "data that is neither resource, identifier nor metric is unsupported.");
            JavaType metric =
                    types.answer(types.namedObject(ref.replaceFirst("(V1)?MetricResponse$", "Metric"), element));
            answer = new Answer(Content.METRICS, false, metric, "", element, null);
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
        JsonNode schema = operation.body();
        if (schema.isMissingNode()) {
            return new Method(name, operation, sentence, answer, query, Sends.NOTHING, null, "");
        }
        String body = requireFound(
                Document.refOf(schema), operation.place(), "a request body without a named schema is unsupported.");
        Body resource = bodies.bodies().get(body);
        if (resource != null) {
            Sends sends = operation.verb().equals("PATCH") ? Sends.UPDATE : Sends.CREATE;
            return new Method(name, operation, sentence, answer, query, sends, resource.name(), body);
        }
        JsonNode data = Document.property(document.schema(body), "data");
        Sends sends = Document.isList(data) ? Sends.LINKAGES : Sends.LINKAGE;
        String sent = requireFound(
                Document.typeOf(Document.elementOf(data)), body, "a request body of this form is unsupported.");
        // The members of a create or update body under another name would be lost.
        Keywords.requireMembers(document.schema(body), body, List.of("data"));
        Keywords.requireMembers(Document.elementOf(data), body, ResourcePlanner.MEMBERS_OF_LINKAGES);
        return new Method(name, operation, sentence, answer, query, sends, null, sent);
    }
}
