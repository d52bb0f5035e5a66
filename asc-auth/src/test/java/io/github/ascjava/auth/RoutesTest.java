package io.github.ascjava.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.time.Duration;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Another key for a path and everything below it. */
class RoutesTest {

    private static final String ISSUER_ID = "57246542-96fe-1a63-e053-0824d011072a";
    private static final TestKey KEY = TestKey.generate();

    private final TeamKey main = ApiKey.team(ISSUER_ID, "MAIN234567", KEY.privateKey());
    private final TeamKey apps = ApiKey.team(ISSUER_ID, "APPS234567", KEY.privateKey());
    private final TeamKey app = ApiKey.team(ISSUER_ID, "APP1234567", KEY.privateKey());
    private final TeamKey sales = ApiKey.team(ISSUER_ID, "SALES34567", KEY.privateKey());
    private final IndividualKey individual = ApiKey.individual("INDIVID567", KEY.privateKey());
    private final MockWebServer server = new MockWebServer();

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/users, MAIN234567",
        "/v1/users/1/apps, MAIN234567",
        "/v1/apps, APPS234567",
        "/v1/apps?filter[name]=x, APPS234567",
        "/v1/apps/, APPS234567",
        "/v1/apps/2/builds, APPS234567",
        "/v1/apps/1, APP1234567",
        "/v1/apps/1/builds, APP1234567",
        "/v1/apps/11, APPS234567",
        "/v1/appsAndMore, MAIN234567",
        "/v2/apps, MAIN234567",
        "/v1/salesReports, SALES34567",
        "/v1, MAIN234567"
    })
    void theLongestMatchingPathWins(String path, String keyId) throws Exception {
        server.enqueue(new MockResponse());
        OkHttpClient http = client(builder("/"));

        try (Response response = http.newCall(get(path)).execute()) {
            AuthOutcome outcome = AuthOutcome.of(response);
            assertThat(outcome).isNotNull();
            assertThat(outcome.key().keyId()).isEqualTo(keyId);
        }
        assertThat(kidOfRequest()).isEqualTo(keyId);
    }

    @Test
    void otherTokenSettingsAreThoseOfTheMainKeyOnly() {
        TokenSettings scoped = TokenSettings.scoped(Duration.ofMinutes(5), TokenScope.get("/v1/users"));
        AppStoreConnectAuth auth = builder("/")
                .tokenSettings(scoped)
                .keyForPath("/v1/devices", sales)
                .build();

        assertThat(auth.key().keyId()).isEqualTo(main.keyId());
        assertThat(auth.key().tokenSettings()).isEqualTo(scoped);
        assertThat(auth.keyFor(server.url("/v1/apps"))).isSameAs(apps);
        assertThat(auth.keyFor(server.url("/v1/devices"))).isSameAs(sales);
    }

    @Test
    void theKeyForAUrlIsThatOfItsRoute() {
        AppStoreConnectAuth auth = builder("/").build();

        assertThat(auth.keyFor(server.url("/v1/apps/1"))).isSameAs(app);
        assertThat(auth.keyFor(server.url("/v1/users"))).isSameAs(main);
        assertThat(auth.keyFor(HttpUrl.get("https://example.com/v1/apps/1"))).isNull();
    }

    @Test
    void routesAreBelowThePathOfTheBaseUrl() throws Exception {
        server.enqueue(new MockResponse());
        server.enqueue(new MockResponse());
        OkHttpClient http = client(builder("/gateway/apple/"));

        http.newCall(get("/gateway/apple/v1/salesReports")).execute().close();
        http.newCall(get("/gateway/apple/v1/users")).execute().close();

        assertThat(kidOfRequest()).isEqualTo("SALES34567");
        assertThat(kidOfRequest()).isEqualTo("MAIN234567");
    }

    @Test
    void aRejectedTokenIsReplacedByOneOfTheSameKey() throws Exception {
        server.enqueue(new MockResponse().setResponseCode(401));
        server.enqueue(new MockResponse());

        client(builder("/")).newCall(get("/v1/salesReports")).execute().close();

        assertThat(kidOfRequest()).isEqualTo("SALES34567");
        assertThat(kidOfRequest()).isEqualTo("SALES34567");
    }

    @Test
    void theKeyOfTheRouteDecidesWhatIsAllowed() throws Exception {
        server.enqueue(new MockResponse());
        OkHttpClient http = client(AppStoreConnectAuth.builder(individual)
                .baseUrl(server.url("/").toString())
                .keyForPath("/v1/salesReports", sales));

        http.newCall(get("/v1/salesReports")).execute().close();

        assertThat(kidOfRequest()).isEqualTo("SALES34567");
        assertThatExceptionOfType(AuthenticationException.class)
                .isThrownBy(() -> http.newCall(get("/v1/financeReports")).execute());
    }

    @Test
    void anIndividualKeyOfARouteIsCheckedToo() {
        OkHttpClient http = client(AppStoreConnectAuth.builder(main)
                .baseUrl(server.url("/").toString())
                .keyForPath("/v1/devices", individual));

        assertThatExceptionOfType(AuthenticationException.class)
                .isThrownBy(() -> http.newCall(get("/v1/devices/1")).execute());
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void tokenAndKeyAreThoseWithoutRoute() throws Exception {
        AppStoreConnectAuth auth = builder("/").build();

        assertThat(auth.key()).isSameAs(main);
        assertThat(Jwt.parse(auth.token().value()).header().get("kid").textValue())
                .isEqualTo("MAIN234567");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "v1/apps", "/v1//apps", "/v1/apps?x=1", "/v1/apps#a", "/v1/my apps", "//"})
    void rejectsInvalidPaths(String path) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AppStoreConnectAuth.builder(main).keyForPath(path, sales))
                .withMessage("A route is an absolute path such as /v1/salesReports, but was '" + path + "'.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/salesReports", "/v1/salesReports/"})
    void rejectsASecondKeyForAPath(String path) {
        AppStoreConnectAuth.Builder builder = AppStoreConnectAuth.builder(main).keyForPath("/v1/salesReports", sales);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.keyForPath(path, apps))
                .withMessage("The path " + path + " already has a key.");
    }

    @Test
    void rejectsAKeyOfTheOtherApi() {
        EnterpriseKey enterprise = ApiKey.enterprise(ISSUER_ID, "ENTERPR567", KEY.privateKey());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> AppStoreConnectAuth.builder(main).keyForPath("/v1/users", enterprise))
                .withMessage("The key EnterpriseKey[ENTERPR567] for /v1/users is for another API than the main key;"
                        + " App Store Connect and the Enterprise Program each need their own interceptor.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AppStoreConnectAuth.builder(enterprise).keyForPath("/v1/users", main))
                .withMessageStartingWith("The key TeamKey[MAIN234567] for /v1/users is for another API");
    }

    private AppStoreConnectAuth.Builder builder(String basePath) {
        return AppStoreConnectAuth.builder(main)
                .baseUrl(server.url(basePath).toString())
                .keyForPath("/v1/apps/", apps)
                .keyForPath("/v1/apps/1", app)
                .keyForPath("/v1/salesReports", sales);
    }

    private static OkHttpClient client(AppStoreConnectAuth.Builder builder) {
        return new OkHttpClient.Builder().addInterceptor(builder.build()).build();
    }

    private Request get(String path) {
        return new Request.Builder().url(server.url(path)).build();
    }

    private String kidOfRequest() throws InterruptedException {
        String header = String.valueOf(server.takeRequest().getHeader("Authorization"));
        return Jwt.parse(header.substring("Bearer ".length()))
                .header()
                .get("kid")
                .textValue();
    }
}
