package io.github.ascjava.client.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.ascjava.client.ApiServer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.HttpUrl;
import okhttp3.mockwebserver.Dispatcher;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.RecordedRequest;

/** Responds to every operation of the document with an example, and records requests that violate the document. */
final class SpecServer extends Dispatcher {

    private final ObjectMapper mapper = new ObjectMapper();
    private final Spec spec;
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final List<String> problems = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    SpecServer(Spec spec) {
        this.spec = spec;
    }

    /** The requested operations. */
    synchronized Set<String> seen() {
        return Set.copyOf(seen);
    }

    /** The violations of requests since the last call. */
    synchronized List<String> takeProblems() {
        List<String> taken = List.copyOf(problems);
        problems.clear();
        return taken;
    }

    /** Verb and path of the requested operation: all IDs are the third segment. */
    String nameOf(RecordedRequest request) {
        List<String> segments = new ArrayList<>(url(request).pathSegments());
        if (segments.size() > 2) {
            segments.set(2, "{id}");
        }
        return request.getMethod() + " /" + String.join("/", segments);
    }

    private static HttpUrl url(RecordedRequest request) {
        HttpUrl url = request.getRequestUrl();
        if (url == null) {
            throw new AssertionError(request + " has no URL.");
        }
        return url;
    }

    @Override
    public synchronized MockResponse dispatch(RecordedRequest request) {
        SpecOperation operation = spec.operation(nameOf(request));
        if (operation == null) {
            problems.add("no such operation: " + request.getRequestLine());
            return ApiServer.json(404, "{}");
        }
        seen.add(operation.name());
        checkQuery(operation, url(request));
        checkBody(operation, request);
        if (request.getHeader("Authorization") == null) {
            problems.add("no token");
        }
        return answer(operation, String.valueOf(request.getHeader("Accept")));
    }

    private MockResponse answer(SpecOperation operation, String accept) {
        MockResponse response = new MockResponse().setResponseCode(operation.successStatus());
        JsonNode content = operation.content();
        if (content.isMissingNode()) {
            return response;
        }
        if (!content.has(accept)) {
            problems.add("accepts " + accept);
            return response;
        }
        String schema = String.valueOf(operation.response(accept));
        String body = accept.endsWith("json")
                ? answers.computeIfAbsent(
                        schema, name -> new Examples(spec).response(name).toString())
                : "some;text\n";
        return response.setHeader("Content-Type", accept).setBody(body);
    }

    private void checkQuery(SpecOperation operation, HttpUrl url) {
        Map<String, JsonNode> documented = operation.queryParameters();
        for (String name : url.queryParameterNames()) {
            List<String> values = url.queryParameterValues(name);
            JsonNode parameter = documented.get(name);
            if (parameter == null) {
                problems.add("undocumented parameter " + name);
            } else if (values.size() != 1) {
                problems.add("the parameter " + name + " comes " + values.size() + " times");
            } else {
                checkParameter(name, parameter.path("schema"), String.valueOf(values.get(0)));
            }
        }
        documented.forEach((name, parameter) -> {
            if (parameter.path("required").asBoolean() && url.queryParameter(name) == null) {
                problems.add("the required parameter " + name + " is missing");
            }
        });
    }

    private void checkParameter(String name, JsonNode schema, String value) {
        switch (schema.path("type").asText()) {
            case "array" -> {
                List<String> values = spec.values(schema.path("items"));
                for (String each : value.split(",", -1)) {
                    require(values.isEmpty() || values.contains(each), name + " has the value " + each);
                    require(!each.isEmpty(), name + " has an empty value");
                }
            }
            case "integer" ->
                require(
                        Integer.parseInt(value) <= schema.path("maximum").asInt(Integer.MAX_VALUE),
                        name + " has the value " + value);
            case "boolean" -> require(value.equals("true") || value.equals("false"), name + " is " + value);
            default -> {
                List<String> values = spec.values(schema);
                require(values.isEmpty() || values.contains(value), name + " has the value " + value);
            }
        }
    }

    private void checkBody(SpecOperation operation, RecordedRequest request) {
        String body = request.getBody().clone().readUtf8();
        String schema = operation.request();
        if (schema == null) {
            require(body.isEmpty(), "undocumented body " + body);
            return;
        }
        require("application/json".equals(request.getHeader("Content-Type")), "the body is said to be no JSON");
        try {
            SchemaCheck.problems(spec, spec.schema(schema), mapper.readTree(body))
                    .forEach(problem -> problems.add("body: " + problem));
        } catch (JsonProcessingException e) {
            problems.add("body: " + e.getOriginalMessage());
        }
    }

    private void require(boolean condition, String problem) {
        if (!condition) {
            problems.add(problem);
        }
    }
}
