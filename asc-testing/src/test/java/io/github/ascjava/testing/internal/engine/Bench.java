package io.github.ascjava.testing.internal.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ascjava.testing.internal.catalog.Catalog;
import io.github.ascjava.testing.internal.http.ApiAnswer;
import io.github.ascjava.testing.internal.http.ApiErrorException;
import io.github.ascjava.testing.internal.http.ApiRequest;
import io.github.ascjava.testing.internal.http.ErrorObject;
import io.github.ascjava.testing.internal.http.SandboxClock;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okio.ByteString;

/** An engine with its state, and short methods for requests. */
final class Bench {

    static final Catalog CATALOG = Catalog.load();
    static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String ROOT = "http://localhost:8080";

    final SandboxState world;
    final Store store;
    private final Engine engine;

    private Bench(SandboxState world, List<ResourceHook> behaviors) {
        this.world = world;
        this.store = world.store();
        this.engine = new Engine(CATALOG, world, behaviors);
    }

    /** Behaves like the live service. */
    static Bench live(ResourceHook... behaviors) {
        return new Bench(new SandboxState(CATALOG, clock(), 1, EnumSet.allOf(Deviation.class)), List.of(behaviors));
    }

    /** Behaves as the document says. */
    static Bench documented(ResourceHook... behaviors) {
        return new Bench(new SandboxState(CATALOG, clock(), 1, Set.of()), List.of(behaviors));
    }

    static Bench with(Deviation deviation) {
        return new Bench(new SandboxState(CATALOG, clock(), 1, Set.of(deviation)), List.of());
    }

    private static SandboxClock clock() {
        return new SandboxClock(Clock.fixed(NOW, ZoneOffset.UTC));
    }

    /** Adds a resource; its attributes are JSON with single quotes. */
    StoredResource add(String type, String id, String attributes) {
        return store.add(type, id, (ObjectNode) json(attributes));
    }

    Reply get(String path) {
        return send("GET", path, ByteString.EMPTY, "");
    }

    Reply get(String path, String accept) {
        return send("GET", path, ByteString.EMPTY, accept);
    }

    /** Sends a body, JSON with single quotes. */
    Reply send(String method, String path, String body) {
        return send(method, path, ByteString.encodeUtf8(body.replace('\'', '"')), "");
    }

    Reply send(String method, String path, JsonNode body) {
        return send(method, path, ByteString.encodeUtf8(body.toString()), "");
    }

    Reply send(String method, String path) {
        return send(method, path, ByteString.EMPTY, "");
    }

    private Reply send(String method, String path, ByteString body, String accept) {
        HttpUrl url = HttpUrl.get(path.startsWith("http") ? path : ROOT + path);
        Headers headers = accept.isEmpty() ? Headers.of() : Headers.of("Accept", accept);
        try {
            return new Reply(engine.handle(new ApiRequest(method, url, headers, body)), List.of());
        } catch (ApiErrorException refusal) {
            return new Reply(ApiAnswer.empty(refusal.status()), refusal.errors());
        }
    }

    static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    /** A response, or the errors of a rejected request. */
    record Reply(ApiAnswer answer, List<ErrorObject> errors) {

        int status() {
            return answer.status();
        }

        JsonNode json() {
            try {
                return MAPPER.readTree(answer.body().utf8());
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(answer.body().utf8(), e);
            }
        }

        JsonNode data() {
            return json().path("data");
        }

        /** The IDs of a list. */
        List<String> ids() {
            return json().path("data").findValuesAsText("id");
        }

        ErrorObject error() {
            if (errors.size() != 1) {
                throw new AssertionError("There is not one error, but " + errors + ", status " + status());
            }
            return errors.get(0);
        }
    }
}
