package io.github.ascjava.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlEndpointsTest {

    private static final Instant START = Instant.parse("2026-11-24T18:30:00Z");
    private static final MediaType JSON = MediaType.get("application/json");

    private final OkHttpClient http = new OkHttpClient();
    private final Sandbox sandbox = controlled().start();
    private final Headers token = Headers.of("X-Sandbox-Control", token(sandbox));

    @AfterEach
    void end() {
        sandbox.close();
        http.connectionPool().evictAll();
        http.dispatcher().executorService().shutdown();
    }

    @Test
    void fixturesAreAdded() throws IOException {
        assertThat(post("fixtures", "{'data':{'type':'apps','id':'1','attributes':{'name':'Demo'}}}"))
                .isEqualTo("204 ");

        assertThat(sandbox.client().apps().get("1").execute().name()).isEqualTo("Demo");
    }

    @Test
    void fixturesWithAProblemAreNotAddedAtAll() throws IOException {
        assertThat(post(
                        "fixtures",
                        "{'data':[{'type':'apps','id':'1'},{'type':'users','id':'2','attributes':{'a':1}}]}"))
                .startsWith("400 ")
                .contains("body, users/2, attributes: there is no member 'a'; allowed: ");

        assertThat(sandbox.client().apps().list().toList()).isEmpty();
    }

    @Test
    void requestsFail() throws IOException {
        post("faults", "{'status':503,'times':2}");
        post("faults", "{'status':409,'method':'GET','path':'/v1/apps/{id}'}");
        sandbox.client().users().list().execute();
        sandbox.client().users().list().execute();

        assertThat(sandbox.requests()).extracting(RecordedRequest::status).containsExactly(503, 503, 200, 200);
    }

    @Test
    void timePasses() throws IOException {
        assertThat(post("time", "{'advance':'PT90M'}")).isEqualTo("204 ");

        assertThat(sandbox.clock().instant()).isEqualTo(START.plusSeconds(5_400));
    }

    @Test
    void requestsAreListedWithoutTokens() throws IOException {
        sandbox.client().apps().list(q -> q.limit(2)).execute();
        String answer = send("GET", "requests", null, token);
        JsonNode request = new ObjectMapper().readTree(answer.substring(4)).at("/requests/0");

        assertThat(request.path("method").asText()).isEqualTo("GET");
        assertThat(request.path("path").asText()).isEqualTo("/v1/apps?limit=2");
        assertThat(request.path("status").asInt()).isEqualTo(200);
        assertThat(answer).doesNotContain("Bearer").doesNotContain("X-Sandbox-Control");
    }

    @Test
    void resetForgetsFaultsAndRequests() throws IOException {
        sandbox.client().users().list().execute();
        post("faults", "{'status':503,'times':9}");
        assertThat(post("reset", "")).isEqualTo("204 ");
        assertThat(sandbox.requests()).isEmpty();

        sandbox.client().users().list().execute();
        assertThat(sandbox.requests()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "time; {'advance':'PT-1S'}; Time only goes forward",
                "time; {'advance':'soon'}; Text cannot be parsed to a Duration",
                "time; {'advance':'P99999D'}; 'advance' must be at most 3650 days.",
                "time; {'by':'PT1S'}; There is no member 'by'.",
                "time; {; The body is not JSON.",
                "faults; {'status':200}; The status of a failure must be 400 to 599",
                "faults; {'status':500,'times':1001}; 'times' must be 1 to 1000.",
                "faults; {'status':500,'method':'GET'}; Expected a path such as /v1/apps/{id}",
                "fixtures; []; body: it is not a JSON:API document",
            })
    void saysWhatIsWrong(String endpoint, String body, String message) throws IOException {
        assertThat(post(endpoint, body)).startsWith("400 ").contains(message);
    }

    @Test
    void thereAreNoOtherEndpoints() throws IOException {
        assertThat(send("GET", "fixtures", null, token)).startsWith("404 ").contains("There are GET requests");
    }

    @Test
    void aRequestNeedsTheToken() throws IOException {
        assertThat(send("POST", "reset", "", Headers.of())).startsWith("403 ").doesNotContain(token(sandbox));
        assertThat(send("POST", "reset", "", Headers.of("X-Sandbox-Control", "guess")))
                .startsWith("403 ");
        assertThat(send("POST", "reset", "", Headers.of("Authorization", "Bearer " + token(sandbox))))
                .startsWith("403 ");
        try (Sandbox other = controlled().start()) {
            assertThat(token(other)).hasSize(64).isNotEqualTo(token(sandbox));
        }
    }

    @Test
    void aWebPageIsRefusedEvenWithTheToken() throws IOException {
        assertThat(send("POST", "reset", "", with("Origin", "http://127.0.0.1")))
                .startsWith("403 ");
        assertThat(send("POST", "reset", "", with("Origin", "null"))).startsWith("403 ");
    }

    @ParameterizedTest
    @CsvSource({
        "localhost, 204",
        "127.0.0.1:80, 204",
        "[::1]:80, 204",
        "rebound.example.com, 403",
        "127.0.0.1.example.com, 403",
        "localhost.example.com, 403"
    })
    void onlyALoopbackHostIsServed(String host, int status) throws IOException {
        assertThat(send("POST", "reset", "", with("Host", host))).startsWith(status + " ");
    }

    @Test
    void theLibraryHasNoEndpoints() throws IOException {
        try (Sandbox plain = Sandbox.builder().empty().start()) {
            Request request = new Request.Builder()
                    .url(plain.baseUrl() + "_control/requests")
                    .headers(token)
                    .build();
            try (Response response = http.newCall(request).execute()) {
                assertThat(response.code()).isEqualTo(404);
            }
        }
    }

    private static Sandbox.Builder controlled() {
        Sandbox.Builder settings = Sandbox.builder().empty().clock(Clock.fixed(START, ZoneOffset.UTC));
        settings.control = true;
        return settings;
    }

    private static String token(Sandbox sandbox) {
        ControlEndpoints control = sandbox.machinery().control;
        return control == null ? "" : control.token();
    }

    private Headers with(String name, String value) {
        return token.newBuilder().set(name, value).build();
    }

    private String post(String endpoint, String body) throws IOException {
        return send("POST", endpoint, body, token);
    }

    private String send(String method, String endpoint, @Nullable String body, Headers headers) throws IOException {
        Request request = new Request.Builder()
                .url(sandbox.baseUrl() + "_control/" + endpoint)
                .headers(headers)
                .method(method, body == null ? null : RequestBody.create(body.replace('\'', '"'), JSON))
                .build();
        try (Response response = http.newCall(request).execute()) {
            return response.code() + " " + response.body().string();
        }
    }
}
