package io.github.ascjava.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import okhttp3.Cookie;
import okhttp3.CookieJar;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import okhttp3.mockwebserver.RecordedRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A token reaches the URLs that it is for, whatever redirects and proxies there are. */
@Timeout(30)
class TokenReachTest {

    private static final TestKey KEY = TestKey.generate();

    private final MockWebServer server = new MockWebServer();
    private final MockWebServer other = new MockWebServer();
    private final IndividualKey main = ApiKey.individual("MAIN234567", KEY.privateKey());
    private final IndividualKey apps = ApiKey.individual("APPS234567", KEY.privateKey());
    private OkHttpClient http;

    @BeforeEach
    void start() throws IOException {
        server.start();
        other.start();
        http = new OkHttpClient.Builder()
                .addInterceptor(AppStoreConnectAuth.builder(main)
                        .baseUrl(server.url("/gw/asc/").toString())
                        .keyForPath("/v1/apps", apps)
                        .build())
                .build();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        other.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/other/steal", "/gw/ascx", "/", "/gw/asc/..%2f..%2fother", "/gw/asc/..;/other"})
    void aRedirectOutOfTheBasePathIsFollowedWithoutTheToken(String location) throws Exception {
        redirectTo(location);
        server.enqueue(new MockResponse().setBody("there"));

        try (Response response = http.newCall(get("/gw/asc/v1/users")).execute()) {
            assertThat(response.body().string()).isEqualTo("there");
        }

        assertThat(keyOf(server.takeRequest())).isEqualTo("MAIN234567");
        RecordedRequest second = server.takeRequest();
        assertThat(second.getPath()).isEqualTo(location);
        assertThat(second.getHeader("Authorization")).isNull();
        assertThat(http.connectionPool().idleConnectionCount())
                .isEqualTo(http.connectionPool().connectionCount());
    }

    @ParameterizedTest
    @ValueSource(strings = {"DELETE", "PATCH"})
    void aWriteIsNotFollowedOutOfTheBasePath(String method) throws Exception {
        redirectTo("/other/steal");
        RequestBody body = method.equals("PATCH") ? RequestBody.create("{}", null) : null;
        Request write =
                get("/gw/asc/v1/users/1").newBuilder().method(method, body).build();

        assertThatExceptionOfType(ProtocolException.class)
                .isThrownBy(() -> http.newCall(write).execute())
                .withMessage(method + " /gw/asc/v1/users/1 was redirected to /other/steal, a path that does not get the"
                        + " tokens of IndividualKey[MAIN234567], so the redirect was not followed. Check the base URL"
                        + " and the server behind it.");
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void theRetryAfterA401IsGuardedToo() throws Exception {
        server.enqueue(new MockResponse().setResponseCode(401));
        redirectTo("/other/steal");
        server.enqueue(new MockResponse());

        http.newCall(get("/gw/asc/v1/users")).execute().close();

        server.takeRequest();
        assertThat(keyOf(server.takeRequest())).isEqualTo("MAIN234567");
        assertThat(server.takeRequest().getHeader("Authorization")).isNull();
    }

    @Test
    void aRedirectToThePathOfAnotherKeyGetsThatKeysToken() throws Exception {
        redirectTo("/gw/asc/v1/users");
        server.enqueue(new MockResponse());

        try (Response response = http.newCall(get("/gw/asc/v1/apps")).execute()) {
            AuthOutcome outcome = AuthOutcome.of(response);
            assertThat(outcome).isNotNull();
            assertThat(outcome.key()).isSameAs(main);
        }

        assertThat(keyOf(server.takeRequest())).isEqualTo("APPS234567");
        assertThat(keyOf(server.takeRequest())).isEqualTo("MAIN234567");
    }

    @Test
    void theWayBackFromAnotherHostHasNoToken() throws Exception {
        redirectTo(other.url("/away").toString());
        other.enqueue(new MockResponse()
                .setResponseCode(302)
                .setHeader("Location", server.url("/gw/asc/v1/users").toString()));
        server.enqueue(new MockResponse());

        http.newCall(get("/gw/asc/v1/apps")).execute().close();

        server.takeRequest();
        assertThat(other.takeRequest().getHeader("Authorization")).isNull();
        assertThat(server.takeRequest().getHeader("Authorization")).isNull();
    }

    @Test
    void redirectsBetweenTheKeysEnd() {
        for (int i = 0; i < 15; i++) {
            redirectTo("/gw/asc/v1/apps");
            redirectTo("/gw/asc/v1/users");
        }

        assertThatExceptionOfType(ProtocolException.class)
                .isThrownBy(() -> http.newCall(get("/gw/asc/v1/users")).execute())
                .withMessage("Too many redirects: more than 20.");
    }

    @Test
    void theCookiesOfTheClientStay() throws Exception {
        List<String> stored = new ArrayList<>();
        http = http.newBuilder()
                .cookieJar(new CookieJar() {
                    @Override
                    public List<Cookie> loadForRequest(HttpUrl url) {
                        return List.of(new Cookie.Builder()
                                .name("route")
                                .value("a")
                                .domain(url.host())
                                .build());
                    }

                    @Override
                    public void saveFromResponse(HttpUrl url, List<Cookie> received) {
                        received.forEach(cookie -> stored.add(cookie.value()));
                    }
                })
                .build();
        server.enqueue(new MockResponse().setHeader("Set-Cookie", "route=b"));

        http.newCall(get("/gw/asc/v1/users")).execute().close();

        assertThat(server.takeRequest().getHeader("Cookie")).isEqualTo("route=a");
        assertThat(stored).containsExactly("b");
    }

    @Test
    void asANetworkInterceptorItSaysWhereItBelongs() {
        AppStoreConnectAuth auth = AppStoreConnectAuth.builder(main)
                .baseUrl(server.url("/").toString())
                .build();
        server.enqueue(new MockResponse());

        assertThatIOException()
                .isThrownBy(() -> new OkHttpClient.Builder()
                        .addNetworkInterceptor(auth)
                        .build()
                        .newCall(get("/v1/users"))
                        .execute())
                .withMessage("AppStoreConnectAuth was added as a network interceptor, which would give tokens to hosts"
                        + " that a redirect names. Add it with addInterceptor.");
    }

    @Test
    void theProxyOfTheClientDoesNotSeeATokenForThisMachine() throws Exception {
        http = http.newBuilder().proxy(proxy()).build();

        assertProxyIsForOthersOnly();
    }

    @Test
    void aProxySelectorDoesNotSendATokenForThisMachineToAProxy() throws Exception {
        http = http.newBuilder()
                .proxySelector(new ProxySelector() {
                    @Override
                    public List<Proxy> select(URI uri) {
                        return List.of(proxy());
                    }

                    @Override
                    public void connectFailed(URI uri, SocketAddress address, IOException failure) {
                        throw new AssertionError(failure);
                    }
                })
                .build();

        assertProxyIsForOthersOnly();
    }

    private void assertProxyIsForOthersOnly() throws Exception {
        server.enqueue(new MockResponse());
        redirectTo("http://elsewhere.example/report");
        other.enqueue(new MockResponse());

        http.newCall(get("/gw/asc/v1/users")).execute().close();
        http.newCall(get("/gw/asc/v1/users")).execute().close();

        assertThat(server.getRequestCount()).isEqualTo(2);
        assertThat(server.takeRequest().getSequenceNumber()).isZero();
        // On the same connection: one that is not reused would show that the selectors differ.
        assertThat(server.takeRequest().getSequenceNumber()).isEqualTo(1);
        assertThat(other.getRequestCount()).isEqualTo(1);
        RecordedRequest proxied = other.takeRequest();
        assertThat(proxied.getRequestLine()).isEqualTo("GET http://elsewhere.example/report HTTP/1.1");
        assertThat(proxied.getHeader("Authorization")).isNull();
    }

    private Proxy proxy() {
        return new Proxy(Proxy.Type.HTTP, new InetSocketAddress(other.getHostName(), other.getPort()));
    }

    private void redirectTo(String location) {
        server.enqueue(new MockResponse().setResponseCode(302).setHeader("Location", location));
    }

    private Request get(String path) {
        return new Request.Builder().url(server.url(path)).build();
    }

    private static @Nullable String keyOf(RecordedRequest request) {
        String header = String.valueOf(request.getHeader("Authorization"));
        return Jwt.parse(header.substring("Bearer ".length()))
                .header()
                .path("kid")
                .textValue();
    }
}
