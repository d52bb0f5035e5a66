package io.github.ascjava.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ascjava.testing.internal.behavior.common.SignedUrls;
import io.github.ascjava.testing.internal.fixtures.FixtureLoader;
import io.github.ascjava.testing.internal.http.ApiAnswer;
import io.github.ascjava.testing.internal.http.ApiRequest;
import io.github.ascjava.testing.internal.server.RequestPreconditions;
import io.github.ascjava.testing.internal.server.Target;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Controls a sandbox over HTTP, for tests in other languages. Thread-safe.
 *
 * <p>Only a program that knows the token can use it: neither a web page nor a host name that leads to this machine can.
 * It neither reads nor writes files.
 */
final class ControlEndpoints {

    private static final String FOLDER = "_control";
    private static final String TOKEN_HEADER = "X-Sandbox-Control";
    private static final Pattern LOOPBACK = Pattern.compile("(127\\.0\\.0\\.1|localhost|\\[::1])(:\\d+)?");
    private static final int TOKEN_BYTES = 32;
    private static final int MOST_FAULTS = 1_000;
    private static final Duration LONGEST_STEP = Duration.ofDays(3_650);

    private final SandboxRuntime sandbox;
    private final FixtureLoader fixtures;
    private final ObjectMapper mapper = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private final String token;

    ControlEndpoints(SandboxRuntime sandbox, FixtureLoader fixtures) {
        this.sandbox = sandbox;
        this.fixtures = fixtures;
        byte[] bytes = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(bytes);
        this.token = HexFormat.of().formatHex(bytes);
    }

    /** Returns the token that each request needs. */
    String token() {
        return token;
    }

    /** Responds to a request, or returns null if it is none of these endpoints. */
    @Nullable
    ApiAnswer answer(ApiRequest request) {
        List<String> path = request.url().pathSegments();
        if (!path.get(0).equals(FOLDER)) {
            return null;
        }
        if (!isAllowed(request)) {
            return refusal(
                    403,
                    "Send the token that the server printed in the header " + TOKEN_HEADER
                            + ", to a loopback host, and no Origin header.");
        }
        if (request.body().size() > RequestPreconditions.MOST_BODY_BYTES) {
            return refusal(413, "The body is larger than " + RequestPreconditions.MOST_BODY_BYTES + " bytes.");
        }
        String endpoint = request.method() + " " + String.join("/", path.subList(1, path.size()));
        try {
            return carryOut(endpoint, request);
        } catch (IllegalArgumentException | DateTimeException e) {
            return refusal(400, String.valueOf(e.getMessage()));
        } catch (JsonProcessingException e) {
            return refusal(400, "The body is not JSON.");
        }
    }

    private boolean isAllowed(ApiRequest request) {
        String host = request.headers().get("Host");
        String given = request.headers().get(TOKEN_HEADER);
        return request.headers().get("Origin") == null
                && host != null
                && LOOPBACK.matcher(host).matches()
                && given != null
                && MessageDigest.isEqual(
                        given.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }

    private ApiAnswer carryOut(String endpoint, ApiRequest request) throws JsonProcessingException {
        switch (endpoint) {
            case "GET requests" -> {
                return ApiAnswer.json(200, requests());
            }
            case "POST reset" -> sandbox.reset();
            case "POST fixtures" ->
                sandbox.world.locked(
                        () -> fixtures.loadText("body", request.body().utf8()));
            case "POST faults" -> fail(body(request, Set.of("status", "times", "method", "path")));
            case "POST time" -> advance(body(request, Set.of("advance")));
            default -> {
                return refusal(
                        404,
                        "There is no such endpoint. There are GET requests, and POST reset, fixtures, faults and time.");
            }
        }
        return ApiAnswer.empty(204);
    }

    private JsonNode body(ApiRequest request, Set<String> allowed) throws JsonProcessingException {
        JsonNode body = mapper.readTree(request.body().utf8());
        body.fieldNames().forEachRemaining(name -> {
            if (!allowed.contains(name)) {
                throw new IllegalArgumentException("There is no member '" + name + "'.");
            }
        });
        return body;
    }

    private void fail(JsonNode body) {
        int status = body.path("status").asInt();
        int times = body.path("times").asInt(1);
        if (times < 1 || times > MOST_FAULTS) {
            throw new IllegalArgumentException("'times' must be 1 to " + MOST_FAULTS + ".");
        }
        boolean any = !body.has("method") && !body.has("path");
        Target target = any
                ? Target.ANY
                : Target.of(body.path("method").asText(), body.path("path").asText());
        FaultInjection.failNext(times, status, target, sandbox.faults);
    }

    private void advance(JsonNode body) {
        Duration step = Duration.parse(body.path("advance").asText());
        if (step.compareTo(LONGEST_STEP) > 0) {
            throw new IllegalArgumentException("'advance' must be at most " + LONGEST_STEP.toDays() + " days.");
        }
        sandbox.advance(step);
    }

    /** Without headers, which contain tokens, and without the signatures of URLs. */
    private ObjectNode requests() {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        ArrayNode list = document.putArray("requests");
        for (RecordedRequest each : sandbox.records.list()) {
            String query = SignedUrls.isSigned(each.url()) ? null : each.url().encodedQuery();
            list.addObject()
                    .put("at", each.at().toString())
                    .put("method", each.method())
                    .put("path", each.path() + (query == null ? "" : "?" + query))
                    .put("status", each.status())
                    .put("body", each.text());
        }
        return document;
    }

    private static ApiAnswer refusal(int status, String detail) {
        String json = ErrorBody.of(status, "CONTROL_ERROR", "The sandbox was not controlled", detail)
                .json();
        return Answer.json(status, json).toApiAnswer();
    }
}
