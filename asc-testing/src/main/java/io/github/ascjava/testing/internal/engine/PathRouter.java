package io.github.ascjava.testing.internal.engine;

import io.github.ascjava.testing.internal.catalog.Catalog;
import io.github.ascjava.testing.internal.catalog.OperationShape;
import io.github.ascjava.testing.internal.http.ApiErrorException;
import io.github.ascjava.testing.internal.http.Errors;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the operation of a request, or the error that explains why there is none. */
final class PathRouter {

    private static final Pattern VERSION = Pattern.compile("v\\d+");
    private static final List<String> METHODS = List.of("GET", "POST", "PATCH", "DELETE");
    private static final int ID = 2;
    private static final int RELATIONSHIP = 3;

    private final Map<String, OperationShape> operations = new HashMap<>();
    /** The operations on each path. */
    private final Map<String, SortedSet<String>> allowed = new HashMap<>();

    PathRouter(Catalog catalog) {
        for (OperationShape operation : catalog.operations()) {
            List<String> segments = List.of(operation.path().substring(1).split("/", -1));
            operations.put(operation.method() + " " + String.join("/", segments), operation);
            if (!segments.contains("metrics")) {
                allowed.computeIfAbsent(subject(segments), key -> new TreeSet<>())
                        .add(verb(operation.method(), segments));
            }
        }
    }

    /** Returns the operation that a request calls, or null if the document has none. */
    @Nullable
    Route find(String method, List<String> path) {
        List<String> pattern = new ArrayList<>(path);
        String id = path.size() > ID ? pattern.set(ID, "{id}") : "";
        OperationShape operation = operations.get(method + " " + String.join("/", pattern));
        return operation == null || path.contains("") ? null : new Route(operation, id);
    }

    /** Returns the error for a request without an operation. */
    ApiErrorException refusal(String method, List<String> path) {
        boolean isPath = path.size() >= ID && VERSION.matcher(path.get(0)).matches() && !path.contains("");
        SortedSet<String> possible = isPath ? allowed.get(subject(path)) : null;
        boolean isRelationship = isPath && path.size() > RELATIONSHIP && allowed.containsKey(resource(path));
        String what = isRelationship
                ? "relationship '" + path.get(path.size() - 1) + "'"
                : "resource '" + (isPath ? path.get(1) : String.join("/", path)) + "'";
        if (possible == null) {
            return Errors.refusal(
                    "path-unknown", isPath && !isRelationship ? "resource '" + resource(path) + "'" : what);
        }
        if (!METHODS.contains(method)) {
            return Errors.refusal("method-not-allowed", method);
        }
        String beginning = possible.size() == 1 ? "Allowed operation is" : "Allowed operations are";
        return Errors.refusal(
                "operation-not-allowed", what, verb(method, path), beginning, String.join(", ", possible));
    }

    private static String resource(List<String> segments) {
        return segments.get(0) + "/" + segments.get(1);
    }

    private static String subject(List<String> segments) {
        return segments.size() <= RELATIONSHIP
                ? resource(segments)
                : resource(segments) + "." + segments.get(segments.size() - 1);
    }

    /** Apple's name of a method on a path. */
    private static String verb(String method, List<String> segments) {
        boolean isRelationship = segments.size() > RELATIONSHIP;
        return switch (method) {
            case "GET" -> {
                if (!isRelationship) {
                    yield segments.size() > ID ? "GET_INSTANCE" : "GET_COLLECTION";
                }
                yield segments.get(RELATIONSHIP).equals("relationships") ? "GET_RELATIONSHIP" : "GET_RELATED";
            }
            case "POST" -> "CREATE";
            case "PATCH" -> isRelationship ? "REPLACE" : "UPDATE";
            default -> "DELETE";
        };
    }
}
