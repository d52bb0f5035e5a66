package io.github.ascjava.testing.internal.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.ascjava.auth.ApiKey;
import io.github.ascjava.auth.AppStoreConnectAuth;
import io.github.ascjava.auth.TokenScope;
import io.github.ascjava.auth.TokenSettings;
import io.github.ascjava.testing.internal.server.Front.Got;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import okhttp3.Request;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenCheckTest {

    private static final String NOT_AUTHORIZED = "{\"errors\":[{\"status\":\"401\",\"code\":\"NOT_AUTHORIZED\","
            + "\"title\":\"Authentication credentials are missing or invalid.\","
            + "\"detail\":\"Provide a properly configured and signed bearer token, and make sure that it has not"
            + " expired. Learn more about Generating Tokens for API Requests"
            + " https://developer.apple.com/go/?id=api-generating-tokens\"}]}";

    private static final Instant NOW = PassingClock.START;
    private static final long NOW_SECONDS = NOW.getEpochSecond();
    private static final String BUILDS = "/v1/ciBuildRuns/1/actions";

    @RegisterExtension
    final Front front = Front.forTeam();

    @Test
    void acceptsWhatAscAuthSigns() throws IOException {
        ApiKey key = ApiKey.team(Front.ISSUER_ID, Front.KEY_ID, front.keys().getPrivate());

        assertThat(front.get("/v1/apps", signed(key)).status()).isEqualTo(200);
    }

    @Test
    void acceptsTheScopesOfAscAuth() throws IOException {
        ApiKey key = ApiKey.team(Front.ISSUER_ID, Front.KEY_ID, front.keys().getPrivate())
                .withTokenSettings(TokenSettings.scoped(
                        Duration.ofDays(181), TokenScope.get("/v1/ciProducts"), TokenScope.get(BUILDS)));

        assertThat(front.get(BUILDS, signed(key)).status()).isEqualTo(200);
        assertThat(front.get("/v1/apps", signed(key)).status()).isEqualTo(401);
    }

    static Stream<Arguments> goodTokens() {
        return Stream.of(
                argumentSet("audience as an array of one", token().claim("aud", List.of("appstoreconnect-v1"))),
                argumentSet("no iat", token().claim("iat", null)),
                argumentSet("twenty minutes", token().lives(NOW_SECONDS, NOW_SECONDS + 1200)),
                argumentSet("last second", token().lives(NOW_SECONDS - 1199, NOW_SECONDS + 1)),
                argumentSet("fractions of seconds", token().claim("iat", NOW_SECONDS + 0.5)),
                argumentSet("an additional claim", token().claim("jti", "x")));
    }

    @ParameterizedTest
    @MethodSource("goodTokens")
    void acceptsOtherFormsOfGoodTokens(TestToken token) {
        assertThat(answerTo(token).status()).isEqualTo(200);
    }

    static Stream<Arguments> badTokens() {
        return Stream.of(
                argumentSet("another key's id", token().header("kid", "ABCDEFGHIJ")),
                argumentSet("no key id", token().header("kid", null)),
                argumentSet("another algorithm", token().header("alg", "ES384")),
                argumentSet("no type", token().header("typ", null)),
                argumentSet("a signature in DER", token().inDer()),
                argumentSet("another issuer", token().claim("iss", "00000000-0000-0000-0000-000000000000")),
                argumentSet("no issuer", token().claim("iss", null)),
                argumentSet("an individual key's claims", TestToken.individual(NOW)),
                argumentSet("claims of both kinds of keys", token().claim("sub", "user")),
                argumentSet("another audience", token().claim("aud", "apple-developer-enterprise-v1")),
                argumentSet("two audiences", token().claim("aud", List.of("appstoreconnect-v1", "x"))),
                argumentSet("no audience", token().claim("aud", null)),
                argumentSet("longer than twenty minutes", token().lives(NOW_SECONDS - 60, NOW_SECONDS + 1141)),
                argumentSet(
                        "no iat, and longer than twenty minutes",
                        token().claim("iat", null).claim("exp", NOW_SECONDS + 1201)),
                argumentSet("issued in the future", token().lives(NOW_SECONDS + 1, NOW_SECONDS + 600)),
                argumentSet("issued at a text", token().claim("iat", "now")),
                argumentSet("expired", token().lives(NOW_SECONDS - 600, NOW_SECONDS)),
                argumentSet("no end", token().claim("exp", null)),
                argumentSet("an end in words", token().claim("exp", Long.toString(NOW_SECONDS + 600))),
                argumentSet("a scope that is not a list", token().claim("scope", "GET /v1/apps")),
                argumentSet("an empty scope", token().scope()));
    }

    @ParameterizedTest
    @MethodSource("badTokens")
    void rejectsABadTokenWithoutSayingWhy(TestToken token) {
        assertThat(answerTo(token).body()).isEqualTo(NOT_AUTHORIZED);
    }

    @Test
    void rejectsOneWithoutToken() {
        Got answer = front.get("/v1/apps");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.headers().get("Content-Type")).isEqualTo("application/json");
        assertThat(answer.body()).isEqualTo(NOT_AUTHORIZED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer ", "Bearer a.b", "Bearer a.b.c", "Bearer {}.{}.{}", "Basic YTpi"})
    void rejectsInvalidTokens(String authorization) {
        Request.Builder request = front.request("/v1/apps").header("Authorization", authorization);

        assertThat(front.call(request).body()).isEqualTo(NOT_AUTHORIZED);
    }

    @Test
    void rejectsAnotherKeysSignature() {
        String token = token().signedBy(Front.newKeys().getPrivate());

        assertThat(front.get("/v1/apps", token).status()).isEqualTo(401);
    }

    @Test
    void rejectsChangedClaims() {
        String[] good = front.goodToken().split("\\.", -1);
        String[] other = token().claim("jti", "x").unsigned().split("\\.", -1);

        assertThat(front.get("/v1/apps", good[0] + "." + other[1] + "." + good[2])
                        .status())
                .isEqualTo(401);
    }

    @Test
    void rejectsATokenWithAlgorithmNone() {
        assertThat(front.get("/v1/apps", token().header("alg", "none").unsigned())
                        .status())
                .isEqualTo(401);
    }

    @Test
    void rejectsPadding() {
        assertThat(front.get("/v1/apps", front.goodToken() + "==").status()).isEqualTo(401);
    }

    @Test
    void aTokenEndsWithItsTime() {
        String token = front.goodToken();
        assertThat(front.get("/v1/apps", token).status()).isEqualTo(200);

        front.clock().advance(Duration.ofSeconds(599));
        assertThat(front.get("/v1/apps", token).status()).isEqualTo(200);

        front.clock().advance(Duration.ofSeconds(1));
        assertThat(front.get("/v1/apps", token).status()).isEqualTo(401);
    }

    @Test
    void tokensInUseCanBeMadeToExpire() {
        String used = front.goodToken();
        front.get("/v1/apps", used);

        front.tokens().expireAll();

        assertThat(front.get("/v1/apps", used).status()).isEqualTo(401);
        assertThat(front.get("/v1/apps", front.goodToken()).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/apps?filter[platform]=IOS&fields[apps]=name",
                "/v1/apps?fields%5Bapps%5D=name&filter%5Bplatform%5D=IOS",
                "/v1/apps?filter[platform]=IOS&limit=2&fields[apps]=name&sort=name&cursor=Aw"
            })
    void aScopeAllowsItsRequestInAnyOrderAndOnAnyPage(String path) {
        assertThat(answerTo(path, token().scope("GET /v1/users", "GET /v1/apps?filter[platform]=IOS&fields[apps]=name"))
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/apps",
                "/v1/apps?filter[platform]=MAC_OS",
                "/v1/apps?filter[platform]=IOS&fields[apps]=name",
                "/v1/apps/1?filter[platform]=IOS",
                "/v2/apps?filter[platform]=IOS",
                "/v1/apps?filter[platform]=IOS&limit[builds]=1"
            })
    void aScopeAllowsNothingElse(String path) {
        assertThat(answerTo(path, token().scope("GET /v1/apps?filter[platform]=IOS"))
                        .body())
                .isEqualTo(NOT_AUTHORIZED);
    }

    @Test
    void aScopeAllowsNoWrites() {
        String token = token().scope("POST /v1/apps", "GET /v1/apps")
                .signedBy(front.keys().getPrivate());
        Request.Builder request = front.request("/v1/apps").header("Authorization", "Bearer " + token);

        assertThat(front.call(request.delete()).status()).isEqualTo(401);
    }

    static Stream<Arguments> longLives() {
        long sixMonths = NOW.atOffset(ZoneOffset.UTC).plusMonths(6).toEpochSecond();
        return Stream.of(
                argumentSet("Xcode Cloud", 200, BUILDS, sixMonths, List.of(BUILDS)),
                argumentSet(
                        "metrics",
                        200,
                        "/v1/apps/1/perfPowerMetrics",
                        sixMonths,
                        List.of("/v1/apps/1/perfPowerMetrics")),
                argumentSet("over six months", 401, BUILDS, sixMonths + 1, List.of(BUILDS)),
                argumentSet("another resource", 401, "/v1/apps", sixMonths, List.of("/v1/apps")),
                argumentSet("another method too", 401, BUILDS, sixMonths, List.of(BUILDS, "POST " + BUILDS)),
                argumentSet("another resource too", 401, BUILDS, sixMonths, List.of(BUILDS, "/v1/apps")),
                argumentSet(
                        "artifacts",
                        401,
                        "/v1/ciBuildActions/1/artifacts",
                        sixMonths,
                        List.of("/v1/ciBuildActions/1/artifacts")));
    }

    @ParameterizedTest
    @MethodSource("longLives")
    void onlySomeResourcesAllowALongLife(int status, String path, long end, List<String> scope) {
        TestToken token = token().lives(NOW_SECONDS, end)
                .scope(scope.stream()
                        .map(entry -> entry.startsWith("/") ? "GET " + entry : entry)
                        .toArray(String[]::new));

        assertThat(answerTo(path, token).status()).isEqualTo(status);
    }

    @Nested
    class OfAnIndividualKey {

        @RegisterExtension
        final Front individual = Front.forIndividual();

        @Test
        void acceptsWhatAscAuthSigns() throws IOException {
            ApiKey key = ApiKey.individual(Front.KEY_ID, individual.keys().getPrivate());

            assertThat(individual.get("/v1/apps", signed(key)).status()).isEqualTo(200);
        }

        static Stream<Arguments> badTokens() {
            return Stream.of(
                    argumentSet("an issuer", TestToken.individual(NOW).claim("iss", Front.ISSUER_ID)),
                    argumentSet("another subject", TestToken.individual(NOW).claim("sub", "me")),
                    argumentSet("no subject", TestToken.individual(NOW).claim("sub", null)),
                    argumentSet("a team key's claims", TestToken.team(NOW)));
        }

        @ParameterizedTest
        @MethodSource("badTokens")
        void rejectsABadTokenWithoutSayingWhy(TestToken token) {
            String signed = token.signedBy(individual.keys().getPrivate());

            assertThat(individual.get("/v1/apps", signed).body()).isEqualTo(NOT_AUTHORIZED);
        }
    }

    private static TestToken token() {
        return TestToken.team(NOW);
    }

    private Got answerTo(TestToken token) {
        return answerTo("/v1/apps", token);
    }

    private Got answerTo(String path, TestToken token) {
        return front.get(path, token.signedBy(front.keys().getPrivate()));
    }

    private static String signed(ApiKey key) throws IOException {
        return AppStoreConnectAuth.builder(key)
                .clock(new PassingClock())
                .build()
                .token()
                .value();
    }
}
