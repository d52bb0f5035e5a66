package io.github.ascjava.testing.internal.behavior;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ascjava.testing.internal.behavior.common.Account;
import io.github.ascjava.testing.internal.behavior.uploads.UploadBehaviors;
import io.github.ascjava.testing.internal.catalog.Catalog;
import io.github.ascjava.testing.internal.engine.AnswerCheck;
import io.github.ascjava.testing.internal.engine.Deviation;
import io.github.ascjava.testing.internal.engine.Engine;
import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.engine.StoredResource;
import io.github.ascjava.testing.internal.http.ApiAnswer;
import io.github.ascjava.testing.internal.http.ApiErrorException;
import io.github.ascjava.testing.internal.http.ApiRequest;
import io.github.ascjava.testing.internal.http.SandboxClock;
import io.github.ascjava.testing.internal.pki.Authority;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Set;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okio.ByteString;
import org.assertj.core.api.Assertions;

/** The engine with all behaviors and an empty team, without sockets; its time only passes when a test advances it. */
public final class Api implements AutoCloseable {

    public static final Instant START = Instant.parse("2026-11-24T18:30:00Z");

    private static final Catalog CATALOG = Catalog.load();
    private static final AnswerCheck CHECK = new AnswerCheck(CATALOG);
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final SandboxClock clock = new SandboxClock(Clock.fixed(START, ZoneOffset.UTC));
    private final SandboxState world;
    private final Engine engine;

    /** Creates one that behaves like the live service. */
    public Api() {
        this(EnumSet.allOf(Deviation.class));
    }

    /** Creates one with some deviations from the document. */
    public Api(Set<Deviation> deviations) {
        this(deviations, false);
    }

    /** Creates one that may have unusual reports. */
    public Api(Set<Deviation> deviations, boolean unusualReports) {
        world = new SandboxState(CATALOG, clock, 7, deviations);
        world.listensAt(HttpUrl.get("http://127.0.0.1:8080/"));
        engine = new Engine(
                CATALOG,
                world,
                ResourceHooks.all(
                        Account.SANDBOX, new Authority(START), unusualReports, UploadBehaviors.PART_BYTES, clock));
    }

    public SandboxState world() {
        return world;
    }

    public void advance(Duration duration) {
        clock.advance(duration);
    }

    /** Adds a resource that no request can create. */
    public StoredResource add(String type, String id, String attributes) {
        return world.store().add(type, id, (ObjectNode) read(attributes.replace('\'', '"')));
    }

    /** Adds an app. */
    public StoredResource app(String id) {
        return add(
                "apps",
                id,
                "{'name':'App " + id + "','bundleId':'com.example.app" + id + "','sku':'SKU" + id
                        + "','primaryLocale':'en-US'}");
    }

    public JsonNode get(String path) {
        return json(send("GET", path, ByteString.EMPTY));
    }

    /** Creates a resource, and returns its data. */
    public JsonNode post(String path, Body body) {
        return json(send("POST", path, body.bytes())).path("data");
    }

    /** Updates a resource, and returns its data. */
    public JsonNode patch(String path, Body body) {
        return json(send("PATCH", path, body.bytes())).path("data");
    }

    public ApiAnswer delete(String path) {
        return send("DELETE", path, ByteString.EMPTY);
    }

    /** Edits a relationship. */
    public ApiAnswer edit(String method, String path, Body.Links links) {
        return send(method, path, links.bytes());
    }

    /** Sends a request for JSON. */
    public ApiAnswer send(String method, String path, ByteString body) {
        return send(method, path, Headers.of("Accept", "*/*", "Content-Type", "application/json"), body);
    }

    public ApiAnswer send(String method, String path, Headers headers, ByteString body) {
        String url = path.startsWith("http") ? path : "http://127.0.0.1:8080" + path;
        ApiAnswer answer = engine.handle(new ApiRequest(method, HttpUrl.get(url), headers, body));
        Assertions.assertThat(CHECK.problems(method, HttpUrl.get(url), answer))
                .as("%s %s", method, path)
                .isEmpty();
        return answer;
    }

    /** Returns the status and the errors of a rejected request. */
    public static String refusal(Runnable request) {
        ApiErrorException refusal = Assertions.catchThrowableOfType(ApiErrorException.class, request::run);
        Assertions.assertThat(refusal).as("the request is rejected").isNotNull();
        StringBuilder text = new StringBuilder().append(refusal.status());
        refusal.errors().forEach(error -> text.append(" | ").append(error.toJson(refusal.status(), null)));
        return text.toString();
    }

    public static JsonNode json(ApiAnswer answer) {
        return read(answer.body().utf8());
    }

    private static JsonNode read(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        world.close();
    }
}
