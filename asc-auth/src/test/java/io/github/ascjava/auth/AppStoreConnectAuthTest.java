package io.github.ascjava.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.security.SignatureException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import okhttp3.mockwebserver.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the interceptor does to requests that succeed. */
class AppStoreConnectAuthTest {

    private static final TestKey TEST_KEY = TestKey.generate();

    private final TeamKey key =
            ApiKey.team("57246542-96fe-1a63-e053-0824d011072a", "2X9R4HXF34", TEST_KEY.privateKey());
    private final MutableClock clock = new MutableClock("2026-03-01T12:00:00Z");
    private final MockWebServer server = new MockWebServer();
    private final MockWebServer otherServer = new MockWebServer();
    private AppStoreConnectAuth auth;
    private OkHttpClient http;

    @BeforeEach
    void start() throws IOException {
        server.start();
        otherServer.start();
        auth = authorizing("/");
        http = new OkHttpClient.Builder().addInterceptor(auth).build();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        otherServer.close();
    }

    @Test
    void aRequestCarriesAToken() throws Exception {
        server.enqueue(new MockResponse());

        get("/v1/apps");

        String header = String.valueOf(server.takeRequest().getHeader("Authorization"));
        assertThat(header).isEqualTo("Bearer " + auth.token().value());
        assertThat(Jwt.parse(auth.token().value()).isSignedBy(TEST_KEY.publicKey()))
                .isTrue();
    }

    @Test
    void oneTokenServesManyRequests() throws Exception {
        for (int i = 0; i < 20; i++) {
            server.enqueue(new MockResponse());
            get("/v1/apps/" + i);
        }

        assertThat(authorizations(server, 20))
                .containsOnly("Bearer " + auth.token().value());
    }

    @Test
    void anOldTokenIsFollowedByANewOne() throws Exception {
        server.enqueue(new MockResponse());
        server.enqueue(new MockResponse());

        get("/v1/apps");
        clock.advance(Duration.ofMinutes(16));
        get("/v1/apps");

        assertThat(authorizations(server, 2)).doesNotHaveDuplicates().doesNotContainNull();
    }

    @Test
    void theRequestIsOtherwiseUnchanged() throws Exception {
        server.enqueue(new MockResponse());
        Request request = new Request.Builder()
                .url(server.url("/v1/apps?limit=2"))
                .header("X-Own", "kept")
                .patch(RequestBody.create("{}", MediaType.get("application/json")))
                .build();

        http.newCall(request).execute().close();

        RecordedRequest received = server.takeRequest();
        assertThat(received.getRequestLine()).isEqualTo("PATCH /v1/apps?limit=2 HTTP/1.1");
        assertThat(received.getHeader("X-Own")).isEqualTo("kept");
        assertThat(received.getBody().readUtf8()).isEqualTo("{}");
    }

    @Test
    void anAuthorizationHeaderOfTheCallerStays() throws Exception {
        server.enqueue(new MockResponse().setResponseCode(401));
        Request request = new Request.Builder()
                .url(server.url("/v1/apps"))
                .header("authorization", "Basic abc")
                .build();

        try (Response response = http.newCall(request).execute()) {
            assertThat(response.code()).isEqualTo(401);
            assertThat(response.request().header("Authorization")).isEqualTo("Basic abc");
            assertThat(AuthOutcome.of(response)).isNull();
        }
        assertThat(authorizations(server, 1)).containsExactly("Basic abc");
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void anotherHostGetsNoToken() throws Exception {
        otherServer.enqueue(new MockResponse().setResponseCode(401));

        try (Response response = http.newCall(
                        new Request.Builder().url(otherServer.url("/v1/apps")).build())
                .execute()) {
            assertThat(AuthOutcome.of(response)).isNull();
        }

        assertThat(otherServer.takeRequest().getHeader("Authorization")).isNull();
        assertThat(otherServer.getRequestCount()).isEqualTo(1);
    }

    @Test
    void aPathOutsideTheBaseUrlGetsNoToken() throws Exception {
        http = new OkHttpClient.Builder()
                .addInterceptor(authorizing("/apple/api/"))
                .build();
        for (int i = 0; i < 5; i++) {
            server.enqueue(new MockResponse());
        }

        get("/apple/api/v1/apps");
        get("/apple/apix/v1/apps");
        get("/v1/apps");
        get("/apple/api/../v1/apps");
        get("/apple/api/%2e%2e/v1/apps");

        assertThat(authorizations(server, 5).stream().map(header -> header != null))
                .containsExactly(true, false, false, false, false);
    }

    @Test
    void aRedirectToAnotherHostCarriesNoToken() throws Exception {
        server.enqueue(new MockResponse().setResponseCode(302).setHeader("Location", otherServer.url("/file")));
        otherServer.enqueue(new MockResponse().setBody("report"));

        try (Response response = http.newCall(request("/v1/salesReports")).execute()) {
            assertThat(response.body().string()).isEqualTo("report");
            assertThat(response.request().url()).isEqualTo(otherServer.url("/file"));
            assertThat(response.request().header("Authorization")).isNull();
        }

        assertThat(server.takeRequest().getHeader("Authorization")).isNotNull();
        assertThat(otherServer.takeRequest().getHeader("Authorization")).isNull();
    }

    @Test
    void aRedirectOnTheSameHostCarriesTheToken() throws Exception {
        server.enqueue(new MockResponse().setResponseCode(307).setHeader("Location", "/v2/apps"));
        server.enqueue(new MockResponse());

        get("/v1/apps");

        assertThat(authorizations(server, 2))
                .containsOnly("Bearer " + auth.token().value());
    }

    @Test
    void theResponseHasNoTokenButAnAuthOutcome() throws Exception {
        server.enqueue(new MockResponse());

        try (Response response = http.newCall(request("/v1/apps")).execute()) {
            assertThat(response.request().headers().names()).doesNotContain("Authorization");
            assertThat(AuthOutcome.of(response)).isEqualTo(new AuthOutcome(key, 1, Duration.ZERO, null));
            assertThat(AuthOutcome.of(response))
                    .hasToString(
                            "AuthOutcome[key=TeamKey[2X9R4HXF34], attempts=1, clockOffset=PT0S, clockProblem=null]");
        }
    }

    @Test
    void theTagsOfTheCallerStay() throws Exception {
        server.enqueue(new MockResponse());
        Request tagged =
                request("/v1/apps").newBuilder().tag(String.class, "mine").build();

        try (Response response = http.newCall(tagged).execute()) {
            assertThat(response.request().tag(String.class)).isEqualTo("mine");
        }
    }

    @Test
    void aSignerThatFailsFailsTheCallBeforeAnythingIsSent() throws Exception {
        try (OpaqueKeys provider = OpaqueKeys.register()) {
            assertThat(provider.getName()).isEqualTo("OpaqueKeys");
            http = withBrokenDevice();

            assertThatExceptionOfType(AuthenticationException.class)
                    .isThrownBy(() -> get("/v1/apps"))
                    .withMessage("No token could be signed with IndividualKey[2X9R4HXF34]. If the private key is in a"
                            + " token or a key service, check that its security provider is registered and reachable.")
                    .withStackTraceContaining("The card was pulled out.");
            assertThat(server.getRequestCount()).isZero();
        }
    }

    @Test
    void aSignerThatFailsReachesTheCallbackOfAnAsynchronousCall() throws Exception {
        try (OpaqueKeys provider = OpaqueKeys.register()) {
            assertThat(provider.getName()).isEqualTo("OpaqueKeys");
            http = withBrokenDevice();
            CompletableFuture<IOException> failure = new CompletableFuture<>();

            http.newCall(request("/v1/apps")).enqueue(new Callback() {
                @Override
                public void onFailure(Call call, IOException e) {
                    failure.complete(e);
                }

                @Override
                public void onResponse(Call call, Response response) {
                    response.close();
                    failure.completeExceptionally(new AssertionError("There is a response."));
                }
            });

            assertThat(failure.get(20, TimeUnit.SECONDS)).isInstanceOf(AuthenticationException.class);
        }
    }

    @Test
    void saysWhichKeyAndWhichUrl() {
        assertThat(auth).hasToString("AppStoreConnectAuth[TeamKey[2X9R4HXF34] for " + server.url("/...") + "]");
        assertThat(auth.key()).isSameAs(key);
        assertThat(auth.baseUrl()).isEqualTo(server.url("/"));
        assertThat(auth.clockOffset()).isZero();
    }

    @Test
    void appleAndTheNotaryApiGetTokensByDefault() throws Exception {
        assertThat(hostsWithToken(AppStoreConnectAuth.interceptor(key)))
                .containsExactly(
                        "https://api.appstoreconnect.apple.com/v1/apps",
                        "https://appstoreconnect.apple.com/notary/v2/submissions");
    }

    @Test
    void theEnterpriseProgramGetsTokensOfItsKeys() throws Exception {
        EnterpriseKey enterprise =
                ApiKey.enterprise("57246542-96fe-1a63-e053-0824d011072a", "2X9R4HXF34", TEST_KEY.privateKey());

        assertThat(hostsWithToken(AppStoreConnectAuth.interceptor(enterprise)))
                .containsExactly("https://api.enterprise.developer.apple.com/v1/users");
    }

    @Test
    void anotherBaseUrlMeansNoTokensForApple() throws Exception {
        assertThat(hostsWithToken(auth)).isEmpty();
    }

    private AppStoreConnectAuth authorizing(String path) {
        return AppStoreConnectAuth.builder(key)
                .baseUrl(server.url(path).toString())
                .clock(clock)
                .build();
    }

    private OkHttpClient withBrokenDevice() {
        OpaqueKeys.Key device = new OpaqueKeys.Key(TEST_KEY);
        device.beforeSigning(() -> {
            throw new SignatureException("The card was pulled out.");
        });
        AppStoreConnectAuth broken = AppStoreConnectAuth.builder(ApiKey.individual("2X9R4HXF34", device))
                .baseUrl(server.url("/").toString())
                .build();
        return new OkHttpClient.Builder().addInterceptor(broken).build();
    }

    /** Nothing is sent to Apple: an interceptor after the library's one answers every request. */
    private static List<String> hostsWithToken(AppStoreConnectAuth auth) throws IOException {
        List<String> authorized = new ArrayList<>();
        OkHttpClient offline = new OkHttpClient.Builder()
                .addInterceptor(auth)
                .addInterceptor(chain -> {
                    if (chain.request().header("Authorization") != null) {
                        authorized.add(chain.request().url().toString());
                    }
                    return new Response.Builder()
                            .request(chain.request())
                            .protocol(Protocol.HTTP_1_1)
                            .code(200)
                            .message("OK")
                            .body(ResponseBody.create("", null))
                            .build();
                })
                .build();
        for (String url : List.of(
                "https://api.appstoreconnect.apple.com/v1/apps",
                "http://api.appstoreconnect.apple.com/v1/apps",
                "http://api.appstoreconnect.apple.com:443/v1/apps",
                "https://api.appstoreconnect.apple.com:8443/v1/apps",
                "https://api.appstoreconnect.apple.com.evil.example/v1/apps",
                "https://api.appstoreconnect.apple.com@evil.example/v1/apps",
                "https://appstoreconnect.apple.com/notary/v2/submissions",
                "https://appstoreconnect.apple.com/v1/apps",
                "https://appstoreconnect.apple.com/notary",
                "https://api.enterprise.developer.apple.com/v1/users",
                "https://northamerica-1.object-storage.apple.com/upload",
                "https://itunesconnect-reports.apple.com/report.gz")) {
            offline.newCall(new Request.Builder().url(url).build()).execute().close();
        }
        return authorized;
    }

    private void get(String path) throws IOException {
        http.newCall(request(path)).execute().close();
    }

    private Request request(String path) {
        return new Request.Builder().url(server.url(path)).build();
    }

    private static List<String> authorizations(MockWebServer server, int count) throws InterruptedException {
        List<String> headers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            headers.add(server.takeRequest().getHeader("Authorization"));
        }
        return headers;
    }
}
