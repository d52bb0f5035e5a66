package io.github.ascjava.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.ascjava.client.call.ApiCall;
import io.github.ascjava.client.call.AscResponse;
import io.github.ascjava.client.call.RetryPolicy;
import io.github.ascjava.client.call.Sleeper;
import io.github.ascjava.client.error.AscException;
import io.github.ascjava.client.error.ConflictException;
import io.github.ascjava.client.error.ConnectionException;
import io.github.ascjava.client.error.ExistingResource;
import io.github.ascjava.client.error.ServerException;
import io.github.ascjava.client.model.appstore.AppStoreVersion;
import io.github.ascjava.client.model.common.Platform;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.SocketPolicy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import retrofit2.http.Body;
import retrofit2.http.POST;

/** Creating a resource that exists already. */
@Timeout(30)
class CreateOrGetTest {

    /** The telling error comes second. */
    private static final String DUPLICATE = """
            {"errors": [
              {"status": "409", "code": "ENTITY_ERROR.RELATIONSHIP.INVALID", "title": "t",
               "detail": "You cannot create a new version of the App in the current state.",
               "source": {"pointer": "/data/relationships/app"}},
              {"status": "409", "code": "ENTITY_ERROR.ATTRIBUTE.INVALID.DUPLICATE", "title": "t",
               "detail": "The version number has been previously used.",
               "source": {"pointer": "/data/attributes/versionString"}}]}
            """;

    private static final String OTHER_CONFLICT = """
            {"errors": [{"status": "409", "code": "ENTITY_ERROR.ATTRIBUTE.INVALID.DUPLICATE.DIFFERENT_ACCOUNT",
              "title": "t", "detail": "d", "source": {"pointer": "/data/attributes/copyright"}}]}
            """;

    private static final String NONE = "{\"data\": []}";
    private static final String LIST = "/v1/apps/a1/appStoreVersions?limit=200&filter%5Bplatform%5D=IOS";

    interface Raw {

        @POST("v1/devices")
        ApiCall<Void> create(@Body RequestBody body);
    }

    @RegisterExtension
    final ApiServer apple = new ApiServer();

    private final FakeClock time = new FakeClock();
    private final AppStoreConnect asc =
            apple.builder().options(o -> o.clock(time).sleeper(time)).build();

    @AfterEach
    void close() {
        asc.close();
    }

    @ParameterizedTest
    @EnumSource
    void anExistingOneIsReturned(Way way) {
        apple.answer(409, DUPLICATE);
        apple.answer(listOf(version("v0", "0.9", "2026 Me"), version("v1", "1.0", "2026 Me")));

        AppStoreVersion version = way.run(create("2026 Me"));

        assertThat(version.id()).isEqualTo("v1");
        assertThat(version.copyright()).isEqualTo("2026 Me");
        assertThat(apple.line()).isEqualTo("POST /v1/appStoreVersions");
        assertThat(apple.line()).isEqualTo("GET " + LIST);
    }

    @Test
    void theStatusTellsWhetherItWasCreated() {
        apple.answer(201, "{\"data\": " + version("v1", "1.0", "2026 Me") + "}");
        apple.answer(409, DUPLICATE);
        apple.answer(listOf(version("v1", "1.0", "2026 Me")));

        AscResponse<AppStoreVersion> first = create("2026 Me").executeWithResponse();
        AscResponse<AppStoreVersion> second = create("2026 Me").executeWithResponse();

        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.value().id()).isEqualTo(first.value().id());
    }

    @ParameterizedTest
    @EnumSource
    void oneWithAnotherValueIsNamedByTheException(Way way) {
        apple.answer(409, DUPLICATE);
        apple.answer(listOf(version("v1", "1.0", "2025 Me")));

        ConflictException failure = catchThrowableOfType(ConflictException.class, () -> way.run(create("2026 Me")));

        assertThat(failure.existing()).contains(new ExistingResource("appStoreVersions", "v1", List.of("copyright")));
        assertThat(failure.advice())
                .contains("One exists with the ID v1 and with another value of copyright; update it instead of"
                        + " creating it.");
        assertThat(failure).hasMessageEndingWith(failure.advice().orElseThrow());
        assertThat(failure.errors()).hasSize(2);
        assertThat(apple.requests()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void aListThatLagsIsReadAgain(Way way) {
        apple.answer(409, DUPLICATE);
        apple.answer(NONE);
        apple.answer(NONE);
        apple.answer(listOf(version("v1", "1.0", "2026 Me")));

        assertThat(way.run(create("2026 Me")).id()).isEqualTo("v1");

        assertThat(time.slept()).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
    }

    @Test
    void oneThatIsNeverListedFailsTheCall() {
        apple.answer(409, DUPLICATE);
        for (int i = 0; i < 4; i++) {
            apple.answer(NONE);
        }

        assertThatThrownBy(() -> create("2026 Me").execute())
                .isInstanceOf(ConflictException.class)
                .hasMessageEndingWith("None with the same app, platform, versionString was found by reading"
                        + " GET /v1/apps/{id}/appStoreVersions 4 times; lists may lag behind writes.");
        assertThat(time.slept()).hasSize(3);
    }

    @Test
    void theTimeoutOfTheCallLimitsTheReadings() {
        apple.answer(409, DUPLICATE);
        apple.answer(NONE);
        apple.answer(NONE);

        assertThatThrownBy(() ->
                        create("2026 Me").withTimeout(Duration.ofSeconds(2)).execute())
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("2 times");
        assertThat(time.slept()).containsExactly(Duration.ofSeconds(1));
    }

    @ParameterizedTest
    @EnumSource
    void aLostResponseIsReadBack(Way way) {
        apple.answer(new MockResponse().setSocketPolicy(SocketPolicy.DISCONNECT_AFTER_REQUEST));
        apple.answer(listOf(version("v1", "1.0", "2026 Me")));

        assertThat(way.run(create("2026 Me")).id()).isEqualTo("v1");
    }

    @ParameterizedTest
    @CsvSource({"500", "502", "503", "504"})
    void aWriteThatSucceededDespiteAnErrorIsReadBack(int status) {
        apple.answer(status, "<html>Bad Gateway</html>");
        apple.answer(listOf(version("v1", "1.0", "2026 Me")));

        assertThat(create("2026 Me").execute().id()).isEqualTo("v1");
    }

    @Test
    void anUnknownOutcomeWithoutTheResourceStaysTheFailureThatItWas() {
        apple.answer(new MockResponse().setSocketPolicy(SocketPolicy.DISCONNECT_AFTER_REQUEST));
        for (int i = 0; i < 4; i++) {
            apple.answer(NONE);
        }

        assertThatThrownBy(() -> create("2026 Me").execute())
                .isInstanceOf(ConnectionException.class)
                .hasMessageContaining("no complete response: ")
                .hasMessageContaining("None with the same")
                .hasCauseInstanceOf(IOException.class);
        assertThat(apple.requests()).isEqualTo(5);
    }

    @Test
    void aServerErrorWithoutTheResourceStaysTheErrorThatItWas() {
        apple.answer(503, "");
        for (int i = 0; i < 4; i++) {
            apple.answer(NONE);
        }

        assertThatThrownBy(() -> create("2026 Me").execute())
                .isInstanceOf(ServerException.class)
                .hasMessageContaining("None with the same");
    }

    @Test
    void whatWasNeverSentIsNotLookedFor() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0)) {
            port = closed.getLocalPort();
        }
        try (AppStoreConnect nowhere = apple.builder()
                .baseUrl("http://localhost:" + port + "/")
                .options(o -> o.sleeper(time))
                .build()) {
            assertThatThrownBy(() -> create(nowhere, "2026 Me").execute())
                    .isInstanceOf(ConnectionException.class)
                    .message()
                    .doesNotContain("existing");
        }
        assertThat(time.slept()).isEmpty();
    }

    @Test
    void theNextPageIsRead() {
        apple.answer(409, DUPLICATE);
        apple.answer("{\"data\": [" + version("v0", "0.9", "x") + "], \"links\": {\"next\": \""
                + apple.url("/v1/apps/a1/appStoreVersions?cursor=c") + "\"}}");
        apple.answer(listOf(version("v1", "1.0", "2026 Me")));

        assertThat(create("2026 Me").execute().id()).isEqualTo("v1");
    }

    @Test
    void theSameOneIsPreferredToAnotherWithTheSameKey() {
        apple.answer(409, DUPLICATE);
        apple.answer(listOf(version("v1", "1.0", "Other"), version("v2", "1.0", "2026 Me")));

        assertThat(create("2026 Me").execute().id()).isEqualTo("v2");
    }

    @Test
    void aLinkToAnotherHostEndsTheSearch() {
        apple.answer(409, DUPLICATE);
        apple.answer("{\"data\": [], \"links\": {\"next\": \"https://example.com/v1/apps\"}}");

        assertThatThrownBy(() -> create("2026 Me").execute())
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("Looking for an existing one failed: ");
    }

    @Test
    void anInterruptEndsTheSearch() {
        try (AppStoreConnect patient = apple.builder()
                .options(o -> o.sleeper(time -> {
                    Thread.currentThread().interrupt();
                    return new CompletableFuture<>();
                }))
                .build()) {
            apple.answer(409, DUPLICATE);
            apple.answer(NONE);

            assertThatThrownBy(() -> create(patient, "2026 Me").execute())
                    .isInstanceOf(ConflictException.class)
                    .hasMessageEndingWith("Looking for an existing one was interrupted.");
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void otherConflictsStay() {
        apple.answer(409, OTHER_CONFLICT);

        assertThatThrownBy(() -> create("2026 Me").execute()).isInstanceOf(ConflictException.class);
        assertThat(apple.requests()).isOne();
    }

    @Test
    void aReadingThatFailsIsSaid() {
        apple.answer(409, DUPLICATE);
        apple.answer(403, "{\"errors\": [{\"status\": \"403\", \"code\": \"FORBIDDEN_ERROR\", \"title\": \"No\"}]}");

        assertThatThrownBy(() -> create("2026 Me").execute())
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("Looking for an existing one failed: GET /v1/apps/{id}/appStoreVersions: 403")
                .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // sent | existing | same
                "null | null | true",
                "null | \"\" | true",
                "\"\" | null | true",
                "\" 2026 Me\\r\\n\" | \"2026 Me\" | true",
                "\"Cafe\\u0301\" | \"Caf\\u00e9\" | true",
                "\"2026-12-01T10:00:00Z\" | \"2026-12-01T02:00:00.000-0800\" | true",
                "\"2026 Me\" | null | false",
                "null | \"2026 Me\" | false",
            })
    void valuesThatTheServiceNormalizesAreTheSame(String sent, String existing, boolean same) throws Exception {
        Object value = new ObjectMapper().readValue(sent, Object.class);
        ApiCall<AppStoreVersion> call = asc.appStoreVersions()
                .create(b -> b.platform(Platform.IOS)
                        .versionString("1.0")
                        .attribute("copyright", value)
                        .app("a1"))
                .orExisting();
        apple.answer(409, DUPLICATE);
        apple.answer(listOf("{\"type\": \"appStoreVersions\", \"id\": \"v1\", \"attributes\": {\"platform\": \"IOS\","
                + " \"versionString\": \"1.0\", \"copyright\": " + existing + "}}"));

        if (same) {
            assertThat(call.execute().id()).isEqualTo("v1");
        } else {
            assertThatThrownBy(call::execute)
                    .isInstanceOfSatisfying(
                            ConflictException.class,
                            e -> assertThat(e.existing()).isPresent());
        }
    }

    @Test
    void aRelatedResourceIsComparedToo() {
        ApiCall<AppStoreVersion> call = asc.appStoreVersions()
                .create(b ->
                        b.platform(Platform.IOS).versionString("1.0").app("a1").toOne("build", "builds", "b2"))
                .orExisting();
        apple.answer(409, DUPLICATE);
        apple.answer(listOf("{\"type\": \"appStoreVersions\", \"id\": \"v1\", \"attributes\": {\"platform\": \"IOS\","
                + " \"versionString\": \"1.0\"}, \"relationships\": {\"build\": {\"data\": {\"type\": \"builds\","
                + " \"id\": \"b1\"}}}}"));

        assertThatThrownBy(call::execute)
                .isInstanceOfSatisfying(
                        AscException.class,
                        e -> assertThat(e.existing().orElseThrow().differing()).containsExactly("build"));
        apple.taken();
        assertThat(apple.line()).isEqualTo("GET " + LIST + "&include=build");
    }

    @Test
    void aCallThatCannotBeRepeatedSafelyIsRejectedBeforeItIsSent() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> asc.betaGroups()
                        .create(b -> b.name("Friends").app("a1"))
                        .orExisting())
                .withMessageStartingWith("POST /v1/betaGroups: orExisting() needs a call that creates a resource with a"
                        + " known natural key, one of ")
                .withMessageContaining("appStoreVersions");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> asc.apps().get("a1").orExisting());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> asc.apps().list().orExisting())
                .withMessageContaining("reads a list");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> asc.reviewSubmissions().create(b -> b.app("a1")).orExisting())
                .withMessageContaining("needs app and platform in the body");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> asc.reviewSubmissionItems()
                        .create(b -> b.reviewSubmission("r1").toOne("somethingNew", "somethingNews", "n1"))
                        .orExisting())
                .withMessageContaining("needs reviewSubmission and one of appStoreVersion, ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> asc.api(Raw.class)
                        .create(RequestBody.create("[]", MediaType.get("application/json")))
                        .orExisting())
                .withMessageContaining("no resource object");
        assertThat(apple.requests()).isZero();
    }

    @Test
    void optionsAreKept() {
        apple.answer(409, DUPLICATE);
        apple.answer(503, "");

        assertThatThrownBy(() -> create("2026 Me")
                        .withRetryPolicy(RetryPolicy.NONE)
                        .orExisting()
                        .execute())
                .hasMessageContaining("Looking for an existing one failed");
    }

    @Test
    void cancelingTheFutureEndsTheSearch() throws Exception {
        CompletableFuture<Void> wait = new CompletableFuture<>();
        CompletableFuture<Void> waiting = new CompletableFuture<>();
        Sleeper sleeper = time -> {
            waiting.complete(null);
            return wait;
        };
        try (AppStoreConnect patient =
                apple.builder().options(o -> o.sleeper(sleeper)).build()) {
            apple.answer(409, DUPLICATE);
            apple.answer(NONE);
            CompletableFuture<AppStoreVersion> future =
                    create(patient, "2026 Me").executeAsync();
            waiting.get(10, TimeUnit.SECONDS);

            future.cancel(true);

            assertThatThrownBy(() -> wait.get(10, TimeUnit.SECONDS)).isInstanceOf(CancellationException.class);
        }
    }

    private ApiCall<AppStoreVersion> create(String copyright) {
        return create(asc, copyright);
    }

    private static ApiCall<AppStoreVersion> create(AppStoreConnect asc, String copyright) {
        return asc.appStoreVersions()
                .create(b -> b.platform(Platform.IOS)
                        .versionString("1.0")
                        .copyright(copyright)
                        .app("a1"))
                .orExisting();
    }

    private static String version(String id, String number, String copyright) {
        return "{\"type\": \"appStoreVersions\", \"id\": \"" + id + "\", \"attributes\": {\"platform\": \"IOS\","
                + " \"versionString\": \"" + number + "\", \"copyright\": \"" + copyright + "\"}}";
    }

    private static String listOf(String... elements) {
        return "{\"data\": [" + String.join(", ", elements) + "]}";
    }
}
