package io.github.ascjava.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ascjava.codegen.EffectiveDocument;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opentest4j.TestAbortedException;

/** Requests that Apple does not allow individual keys are not sent. */
class IndividualKeyRulesTest {

    private static final Set<String> FORBIDDEN_TAGS = Set.of(
            "BundleIds",
            "BundleIdCapabilities",
            "Certificates",
            "Devices",
            "Profiles",
            "MerchantIds",
            "PassTypeIds",
            "SalesReports",
            "FinanceReports");
    private static final TestKey KEY = TestKey.generate();

    private final IndividualKey individual = ApiKey.individual("2X9R4HXF34", KEY.privateKey());
    private final MockWebServer server = new MockWebServer();

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    /** The operations of the nine tags, and the Notary API. */
    @ParameterizedTest
    @CsvSource({
        "GET, /v1/bundleIds, provisioning (bundleIds)",
        "POST, /v1/bundleIds, provisioning (bundleIds)",
        "GET, /v1/bundleIds/1, provisioning (bundleIds)",
        "PATCH, /v1/bundleIds/1, provisioning (bundleIds)",
        "DELETE, /v1/bundleIds/1, provisioning (bundleIds)",
        "GET, /v1/bundleIds/1/app, provisioning (bundleIds)",
        "GET, /v1/bundleIds/1/bundleIdCapabilities, provisioning (bundleIds)",
        "GET, /v1/bundleIds/1/profiles, provisioning (bundleIds)",
        "GET, /v1/bundleIds/1/relationships/app, provisioning (bundleIds)",
        "GET, /v1/bundleIds/1/relationships/bundleIdCapabilities, provisioning (bundleIds)",
        "GET, /v1/bundleIds/1/relationships/profiles, provisioning (bundleIds)",
        "POST, /v1/bundleIdCapabilities, provisioning (bundleIdCapabilities)",
        "PATCH, /v1/bundleIdCapabilities/1, provisioning (bundleIdCapabilities)",
        "DELETE, /v1/bundleIdCapabilities/1, provisioning (bundleIdCapabilities)",
        "GET, /v1/certificates, provisioning (certificates)",
        "POST, /v1/certificates, provisioning (certificates)",
        "GET, /v1/certificates/1, provisioning (certificates)",
        "PATCH, /v1/certificates/1, provisioning (certificates)",
        "DELETE, /v1/certificates/1, provisioning (certificates)",
        "GET, /v1/certificates/1/passTypeId, provisioning (certificates)",
        "GET, /v1/certificates/1/relationships/passTypeId, provisioning (certificates)",
        "GET, /v1/devices, provisioning (devices)",
        "POST, /v1/devices, provisioning (devices)",
        "GET, /v1/devices/1, provisioning (devices)",
        "PATCH, /v1/devices/1, provisioning (devices)",
        "GET, /v1/profiles, provisioning (profiles)",
        "POST, /v1/profiles, provisioning (profiles)",
        "GET, /v1/profiles/1, provisioning (profiles)",
        "DELETE, /v1/profiles/1, provisioning (profiles)",
        "GET, /v1/profiles/1/bundleId, provisioning (profiles)",
        "GET, /v1/profiles/1/certificates, provisioning (profiles)",
        "GET, /v1/profiles/1/devices, provisioning (profiles)",
        "GET, /v1/profiles/1/relationships/bundleId, provisioning (profiles)",
        "GET, /v1/profiles/1/relationships/certificates, provisioning (profiles)",
        "GET, /v1/profiles/1/relationships/devices, provisioning (profiles)",
        "GET, /v1/merchantIds, provisioning (merchantIds)",
        "POST, /v1/merchantIds, provisioning (merchantIds)",
        "GET, /v1/merchantIds/1, provisioning (merchantIds)",
        "PATCH, /v1/merchantIds/1, provisioning (merchantIds)",
        "DELETE, /v1/merchantIds/1, provisioning (merchantIds)",
        "GET, /v1/merchantIds/1/certificates, provisioning (merchantIds)",
        "GET, /v1/merchantIds/1/relationships/certificates, provisioning (merchantIds)",
        "GET, /v1/passTypeIds, provisioning (passTypeIds)",
        "POST, /v1/passTypeIds, provisioning (passTypeIds)",
        "GET, /v1/passTypeIds/1, provisioning (passTypeIds)",
        "PATCH, /v1/passTypeIds/1, provisioning (passTypeIds)",
        "DELETE, /v1/passTypeIds/1, provisioning (passTypeIds)",
        "GET, /v1/passTypeIds/1/certificates, provisioning (passTypeIds)",
        "GET, /v1/passTypeIds/1/relationships/certificates, provisioning (passTypeIds)",
        "GET, /v1/salesReports, Sales and Finance (salesReports)",
        "GET, /v1/financeReports, Sales and Finance (financeReports)",
        "GET, /notary/v2/submissions, the Notary API",
        "POST, /notary/v2/submissions, the Notary API",
        "GET, /notary/v2/submissions/1/logs, the Notary API"
    })
    void rejectsWhatAppleForbids(String method, String path, String area) {
        assertThatExceptionOfType(AuthenticationException.class)
                .isThrownBy(() -> send(auth(individual), method, path + "?limit=1"))
                .withMessage(method + " " + path + " was not sent: Apple does not give individual keys access to "
                        + area + ". Use a team key, for all requests or as a route for this path.");
        assertThat(server.getRequestCount()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/apps",
                "/v1/apps/1/builds",
                "/v1/users",
                "/v1/apps/devices",
                "/v1/builds/1/relationships/certificates",
                "/v1/analyticsReportRequests",
                "/v1/bundleIdsOfOthers",
                "/v1"
            })
    void sendsEverythingElse(String path) throws IOException {
        server.enqueue(new MockResponse());

        send(auth(individual), "GET", path);

        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/devices", "/v1/salesReports", "/notary/v2/submissions"})
    void sendsAllRequestsOfATeamKey(String path) throws IOException {
        server.enqueue(new MockResponse());
        TeamKey team = ApiKey.team("57246542-96fe-1a63-e053-0824d011072a", "2X9R4HXF34", KEY.privateKey());

        send(auth(team), "GET", path);

        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/devices", "/v1/salesReports", "/notary/v2/submissions"})
    void sendsAllRequestsIfTheCheckIsSwitchedOff(String path) throws IOException {
        server.enqueue(new MockResponse());
        AppStoreConnectAuth unchecked = AppStoreConnectAuth.builder(individual)
                .baseUrl(server.url("/").toString())
                .checkKeyRestrictions(false)
                .build();

        send(unchecked, "GET", path);

        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void countsFromTheBaseUrl() {
        AppStoreConnectAuth behindGateway = AppStoreConnectAuth.builder(individual)
                .baseUrl(server.url("/gateway/").toString())
                .build();

        assertThatExceptionOfType(AuthenticationException.class)
                .isThrownBy(() -> send(behindGateway, "GET", "/gateway/v1/devices"));
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void rejectsTheNotaryApiAtAppleToo() {
        OkHttpClient http = new OkHttpClient.Builder()
                .addInterceptor(AppStoreConnectAuth.interceptor(individual))
                .addInterceptor(chain -> {
                    throw new AssertionError("The request was sent.");
                })
                .build();
        Request request = new Request.Builder()
                .url("https://appstoreconnect.apple.com/notary/v2/submissions")
                .build();

        assertThatExceptionOfType(AuthenticationException.class)
                .isThrownBy(() -> http.newCall(request).execute());
    }

    @Test
    void theRejectionReachesTheCallbackOfAnAsynchronousCall() throws Exception {
        OkHttpClient http =
                new OkHttpClient.Builder().addInterceptor(auth(individual)).build();
        CompletableFuture<IOException> failure = new CompletableFuture<>();

        http.newCall(new Request.Builder().url(server.url("/v1/devices")).build())
                .enqueue(new Callback() {
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
        assertThat(server.getRequestCount()).isZero();
    }

    /** Against Apple's document: the rule matches the operations of nine tags, and no other operation. */
    @Tag("document")
    @Test
    void theRuleMeetsExactlyTheOperationsOfTheForbiddenTags() {
        JsonNode paths =
                EffectiveDocument.orElseThrow(TestAbortedException::new).root().path("paths");
        Set<String> forbidden = new TreeSet<>();
        Set<String> tagged = new TreeSet<>();
        for (Map.Entry<String, JsonNode> path : paths.properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                if (!operation.getValue().has("tags")) {
                    continue; // the parameters that the operations of a path share
                }
                String name = operation.getKey() + " " + path.getKey();
                List<String> segments = List.of(path.getKey().substring(1).split("/"));
                if (IndividualKeyRules.forbiddenArea(segments) != null) {
                    forbidden.add(name);
                }
                for (JsonNode tag : operation.getValue().path("tags")) {
                    if (FORBIDDEN_TAGS.contains(tag.textValue())) {
                        tagged.add(name);
                    }
                }
            }
        }

        assertThat(tagged).isNotEmpty();
        assertThat(forbidden).isEqualTo(tagged);
    }

    private AppStoreConnectAuth auth(ApiKey key) {
        return AppStoreConnectAuth.builder(key)
                .baseUrl(server.url("/").toString())
                .build();
    }

    private void send(AppStoreConnectAuth auth, String method, String path) throws IOException {
        RequestBody body = method.startsWith("P") ? RequestBody.create("{}", null) : null;
        Request request =
                new Request.Builder().url(server.url(path)).method(method, body).build();
        new OkHttpClient.Builder()
                .addInterceptor(auth)
                .build()
                .newCall(request)
                .execute()
                .close();
    }
}
