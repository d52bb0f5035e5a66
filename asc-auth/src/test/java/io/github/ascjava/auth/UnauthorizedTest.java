package io.github.ascjava.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.security.SignatureException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import okhttp3.mockwebserver.RecordedRequest;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A 401 costs one retry with a newly signed token. */
class UnauthorizedTest {

    private static final String REFUSAL = "{\"errors\":[{\"status\":\"401\",\"code\":\"NOT_AUTHORIZED\"}]}";
    private static final MediaType JSON = MediaType.get("application/json");

    private final ApiKey key =
            ApiKey.individual("2X9R4HXF34", TestKey.generate().privateKey());
    private final MockWebServer server = new MockWebServer();
    private final AtomicInteger bodiesRead = new AtomicInteger();
    private OkHttpClient http;

    @BeforeEach
    void start() throws IOException {
        server.start();
        http = client(key);
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void aRejectedRequestIsRetriedWithAnotherToken() throws Exception {
        server.enqueue(refusal());
        server.enqueue(new MockResponse().setBody("apps"));

        try (Response response = http.newCall(request()).execute()) {
            assertThat(response.code()).isEqualTo(200);
            assertThat(response.body().string()).isEqualTo("apps");
            assertThat(response.request().header("Authorization")).isNull();
            assertThat(AuthOutcome.of(response)).isEqualTo(new AuthOutcome(key, 2, Duration.ZERO, null));
        }

        RecordedRequest first = server.takeRequest();
        RecordedRequest second = server.takeRequest();
        assertThat(first.getHeader("Authorization")).startsWith("Bearer ");
        assertThat(second.getHeader("Authorization"))
                .startsWith("Bearer ")
                .isNotEqualTo(first.getHeader("Authorization"));
        assertThat(second.getRequestLine()).isEqualTo(first.getRequestLine());
    }

    @Test
    void theNewTokenServesTheRequestsThatFollow() throws Exception {
        server.enqueue(refusal());
        server.enqueue(new MockResponse());
        server.enqueue(new MockResponse());

        http.newCall(request()).execute().close();
        http.newCall(request()).execute().close();

        String refused = server.takeRequest().getHeader("Authorization");
        String second = server.takeRequest().getHeader("Authorization");
        assertThat(server.takeRequest().getHeader("Authorization"))
                .isEqualTo(second)
                .isNotEqualTo(refused);
    }

    /** A body that is not closed would keep its connection from being reused, and leak it. */
    @Test
    void theFirstResponseIsClosedAndItsConnectionReused() throws Exception {
        server.enqueue(refusal());
        server.enqueue(new MockResponse());

        http.newCall(request()).execute().close();

        assertThat(server.takeRequest().getSequenceNumber()).isZero();
        assertThat(server.takeRequest().getSequenceNumber()).isEqualTo(1);
        assertThat(http.connectionPool().connectionCount()).isEqualTo(1);
        assertThat(http.connectionPool().idleConnectionCount()).isEqualTo(1);
        assertThat(bodiesRead).hasValue(2);
    }

    @Test
    void aSecondRejectionIsReturned() throws Exception {
        server.enqueue(refusal());
        server.enqueue(refusal());

        try (Response response = http.newCall(request()).execute()) {
            assertThat(response.code()).isEqualTo(401);
            assertThat(response.body().string()).isEqualTo(REFUSAL);
            assertThat(AuthOutcome.of(response)).isEqualTo(new AuthOutcome(key, 2, Duration.ZERO, null));
        }
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void otherErrorsAreReturnedAsTheyAre() throws Exception {
        for (int status : new int[] {400, 403, 404, 429, 500, 503}) {
            server.enqueue(new MockResponse().setResponseCode(status));

            try (Response response = http.newCall(request()).execute()) {
                assertThat(response.code()).isEqualTo(status);
                assertThat(AuthOutcome.of(response)).isEqualTo(new AuthOutcome(key, 1, Duration.ZERO, null));
            }
        }
        assertThat(server.getRequestCount()).isEqualTo(6);
    }

    @Test
    void aBodyIsResent() throws Exception {
        server.enqueue(refusal());
        server.enqueue(new MockResponse());

        http.newCall(post(RequestBody.create("{\"data\":{}}", JSON))).execute().close();

        assertThat(server.takeRequest().getBody().readUtf8()).isEqualTo("{\"data\":{}}");
        assertThat(server.takeRequest().getBody().readUtf8()).isEqualTo("{\"data\":{}}");
    }

    @Test
    void aBodyThatCanBeReadOnceIsNotResent() throws Exception {
        server.enqueue(refusal());
        server.enqueue(new MockResponse());

        try (Response response = http.newCall(post(new OneShotBody())).execute()) {
            assertThat(response.code()).isEqualTo(401);
            assertThat(response.body().string()).isEqualTo(REFUSAL);
            assertThat(response.request().header("Authorization")).isNull();
            assertThat(AuthOutcome.of(response)).isEqualTo(new AuthOutcome(key, 1, Duration.ZERO, null));
        }
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    /** Otherwise every upload of a job would be sent with the rejected token. */
    @Test
    void afterABodyThatCanBeReadOnceTheRejectedTokenIsNotUsedAgain() throws Exception {
        server.enqueue(refusal());
        server.enqueue(new MockResponse());

        http.newCall(post(new OneShotBody())).execute().close();
        http.newCall(post(new OneShotBody())).execute().close();

        String refused = server.takeRequest().getHeader("Authorization");
        assertThat(server.takeRequest().getHeader("Authorization")).isNotEqualTo(refused);
    }

    @Test
    void aRejectionByAnotherHostAfterARedirectIsNotAboutTheToken() throws Exception {
        try (MockWebServer elsewhere = new MockWebServer()) {
            elsewhere.enqueue(refusal().setHeader("Date", "Sun, 01 Mar 2015 12:00:00 GMT"));
            server.enqueue(new MockResponse().setResponseCode(302).setHeader("Location", elsewhere.url("/file")));

            try (Response response = http.newCall(request()).execute()) {
                assertThat(response.code()).isEqualTo(401);
                assertThat(AuthOutcome.of(response)).isEqualTo(new AuthOutcome(key, 1, Duration.ZERO, null));
            }
            assertThat(server.getRequestCount()).isEqualTo(1);
            assertThat(elsewhere.getRequestCount()).isEqualTo(1);
        }
    }

    @Test
    void aFailureToSignTheSecondTokenFailsTheCall() throws Exception {
        OpaqueKeys.Key device = new OpaqueKeys.Key(TestKey.generate());
        try (OpaqueKeys provider = OpaqueKeys.register()) {
            assertThat(provider.getName()).isEqualTo("OpaqueKeys");
            http = client(ApiKey.individual("2X9R4HXF34", device));
            server.enqueue(new MockResponse());
            http.newCall(request()).execute().close();
            device.beforeSigning(() -> {
                throw new SignatureException("The card was pulled out.");
            });
            server.enqueue(refusal());

            assertThatExceptionOfType(AuthenticationException.class)
                    .isThrownBy(() -> http.newCall(request()).execute())
                    .withStackTraceContaining("The card was pulled out.");
            assertThat(http.connectionPool().idleConnectionCount()).isEqualTo(1);
        }
    }

    private OkHttpClient client(ApiKey apiKey) {
        AppStoreConnectAuth auth = AppStoreConnectAuth.builder(apiKey)
                .baseUrl(server.url("/").toString())
                .clock(new MutableClock("2026-03-01T12:00:00Z"))
                .build();
        return new OkHttpClient.Builder()
                .addInterceptor(auth)
                .eventListener(new EventListener() {
                    @Override
                    public void responseBodyEnd(Call call, long byteCount) {
                        bodiesRead.incrementAndGet();
                    }
                })
                .build();
    }

    private Request request() {
        return new Request.Builder().url(server.url("/v1/apps?limit=1")).build();
    }

    private Request post(RequestBody body) {
        return new Request.Builder().url(server.url("/v1/users")).post(body).build();
    }

    private static MockResponse refusal() {
        return new MockResponse().setResponseCode(401).setBody(REFUSAL);
    }

    private static final class OneShotBody extends RequestBody {

        @Override
        public @Nullable MediaType contentType() {
            return null;
        }

        @Override
        public boolean isOneShot() {
            return true;
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            sink.writeUtf8("once");
        }
    }
}
