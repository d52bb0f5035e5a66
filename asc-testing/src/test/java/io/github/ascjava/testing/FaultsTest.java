package io.github.ascjava.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.call.RetryPolicy;
import io.github.ascjava.client.error.ApiException;
import io.github.ascjava.client.error.ConflictException;
import io.github.ascjava.client.error.ConnectionException;
import io.github.ascjava.client.error.ForbiddenException;
import io.github.ascjava.client.error.NotFoundException;
import io.github.ascjava.client.error.RateLimitException;
import io.github.ascjava.client.error.ServerException;
import io.github.ascjava.client.model.apps.App;
import io.github.ascjava.client.model.provisioning.BundleId;
import io.github.ascjava.client.model.provisioning.BundleIdCreate;
import io.github.ascjava.client.model.provisioning.BundleIdPlatform;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultsTest {

    private static final Answer ONE_APP = Answer.json(
            200, Documents.list(List.of(ResourceObject.of("apps", "1").attribute("name", "Demo"))));

    @RegisterExtension
    final SandboxExtension sandbox = new SandboxExtension(Sandbox.builder().empty());

    /** Sends each call once, and each over a new connection. */
    private final OkHttpClient http = new OkHttpClient.Builder()
            .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
            .build();

    private final AppStoreConnect once = sandbox.clientBuilder()
            .options(o -> o.retryPolicy(RetryPolicy.NONE))
            .httpClient(http)
            .build();

    @AfterEach
    void closeClient() {
        http.dispatcher().executorService().shutdown();
    }

    @Test
    void aRequestFailsAndTheNextOneDoesNot() {
        sandbox.failNext(503);
        sandbox.answerNext(ONE_APP);

        assertThatThrownBy(() -> once.apps().list().execute()).isInstanceOf(ServerException.class);
        assertThat(once.apps().list().toList()).extracting(App::name).containsExactly("Demo");
    }

    @Test
    void theClientsRetriesCostNoRealTime() {
        sandbox.failNext(4, 429);
        sandbox.answerNext(ONE_APP);
        Instant before = sandbox.clock().instant();
        long started = System.nanoTime();

        assertThat(sandbox.client().apps().list().toList()).hasSize(1);

        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(5));
        assertThat(Duration.between(before, sandbox.clock().instant())).isGreaterThan(Duration.ofSeconds(1));
        assertThat(sandbox.requests()).extracting(RecordedRequest::status).containsExactly(429, 429, 429, 429, 200);
    }

    @ParameterizedTest
    @CsvSource({
        "400, PARAMETER_ERROR.INVALID",
        "401, NOT_AUTHORIZED",
        "403, FORBIDDEN_ERROR",
        "404, NOT_FOUND",
        "405, METHOD_NOT_ALLOWED",
        "409, ENTITY_ERROR",
        "422, ENTITY_UNPROCESSABLE",
        "429, RATE_LIMIT_EXCEEDED",
        "500, UNEXPECTED_ERROR"
    })
    void aFailureHasTheBodyThatTheServiceGives(int status, String code) {
        // The client retries a 401 with another token, regardless of the retry policy.
        sandbox.failNext(2, status);

        ApiException failure = catchThrowableOfType(
                ApiException.class, () -> once.apps().list().execute());

        assertThat(failure.status()).isEqualTo(status);
        assertThat(failure.errors()).singleElement().satisfies(error -> {
            assertThat(error.code()).isEqualTo(code);
            assertThat(error.status()).isEqualTo(Integer.toString(status));
        });
        assertThat(failure.rateLimit().hourLimit()).isEqualTo(3600);
        assertThat(failure.requestId()).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"502, Bad Gateway", "503, Service Temporarily Unavailable", "504, Gateway Time-out"})
    void aFailureOfAGatewayIsAPage(int status, String words) {
        sandbox.failNext(status);

        assertThatThrownBy(() -> once.apps().list().execute())
                .isInstanceOfSatisfying(ServerException.class, failure -> {
                    assertThat(failure.errors()).isEmpty();
                    assertThat(failure.rawBody()).startsWith("<html>").contains("<h1>" + status + " " + words);
                });
    }

    @Test
    void failuresHaveAFailuresStatus() {
        assertThatThrownBy(() -> sandbox.failNext(200))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The status of a failure must be 400 to 599, but was 200.");
    }

    @Test
    void anyResponseCanBeDefined() {
        sandbox.answerNext(
                Answer.html(500, "<h2>Internal Server Error</h2>").withHeader("Content-Type", "application/json"),
                Answer.errors(ErrorBody.notFound("apps", "1")),
                Answer.errors(
                        ErrorBody.of(409, "ENTITY_ERROR.RELATIONSHIP.INVALID", "T", "You cannot create a new version."),
                        ErrorBody.duplicate("versionString", "It is in use.")),
                Answer.errors(ErrorBody.forbidden("Ask the Account Holder.")),
                Answer.errors(ErrorBody.state("You already have such an entity"))
                        .withHeader("X-Rate-Limit", ""));

        assertThatThrownBy(() -> once.apps().get("1").execute()).isInstanceOf(ServerException.class);
        assertThatThrownBy(() -> once.apps().get("1").execute())
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("There is no resource of type 'apps' with id '1'");
        assertThatThrownBy(() -> once.apps().get("1").execute())
                .isInstanceOfSatisfying(ConflictException.class, conflict -> {
                    assertThat(conflict.hasCode("ENTITY_ERROR.ATTRIBUTE.INVALID.DUPLICATE"))
                            .isTrue();
                    assertThat(conflict.errors().get(1).pointer()).isEqualTo("/data/attributes/versionString");
                });
        assertThatThrownBy(() -> once.apps().get("1").execute())
                .isInstanceOf(ForbiddenException.class)
                .hasMessageContaining("Ask the Account Holder.");
        assertThatThrownBy(() -> once.apps().get("1").execute())
                .isInstanceOfSatisfying(
                        ConflictException.class,
                        conflict -> assertThat(conflict.rateLimit().hourLimit()).isNull());
    }

    @Test
    void anErrorResponseHasAnError() {
        assertThatThrownBy(Answer::errors).hasMessage("An error response needs at least one error.");
    }

    @Test
    void aResponseWithRetryAfterAdvancesTheSandboxsTime() {
        sandbox.answerNext(Answer.errors(ErrorBody.of(429, "RATE_LIMIT_EXCEEDED", "T", "D"))
                .withHeader("Retry-After", "30"));
        sandbox.answerNext(ONE_APP);
        Instant before = sandbox.clock().instant();

        sandbox.client().apps().list().execute();

        assertThat(Duration.between(before, sandbox.clock().instant())).isGreaterThan(Duration.ofSeconds(30));
    }

    @Test
    void anOperationCanFailAlone() {
        sandbox.on("GET", "/v1/apps").answerNext(ONE_APP, ONE_APP);
        sandbox.on("GET", "/v1/apps/{id}").failNext(429);
        sandbox.on("GET", "/v1/apps/2").failNext(403);
        sandbox.on("POST", "/v1/apps").failNext(500);

        assertThat(once.apps().list().execute().data()).hasSize(1);
        assertThatThrownBy(() -> once.apps().get("1").execute()).isInstanceOf(RateLimitException.class);
        assertThatThrownBy(() -> once.apps().get("2").execute()).isInstanceOf(ForbiddenException.class);
        assertThat(once.apps().list().execute().data()).hasSize(1);
    }

    @Test
    void aPathIsAPath() {
        assertThatThrownBy(() -> sandbox.on("GET", "apps?limit=2"))
                .hasMessage(
                        "Expected a path such as /v1/apps/{id}, which begins with a slash and has no query, but got 'apps?limit=2'.");
    }

    @Test
    void responsesAndFailuresCanBeDelayed() {
        sandbox.delayNext(Duration.ofMillis(200));
        sandbox.failNext(500);
        long started = System.nanoTime();

        assertThatThrownBy(() -> once.apps().list().execute()).isInstanceOf(ServerException.class);

        assertThat(Duration.ofNanos(System.nanoTime() - started)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
    }

    @Test
    void aSandboxEndsDuringADelayedResponse() {
        CompletableFuture<?> answer;
        try (Sandbox late = Sandbox.builder().empty().start()) {
            late.delayNext(Duration.ofMinutes(10));
            answer = late.client().apps().list().executeAsync();
            while (late.requests().isEmpty()) {
                Thread.onSpinWait();
            }
        }

        assertThat(answer)
                .failsWithin(Duration.ofSeconds(10))
                .withThrowableOfType(ExecutionException.class)
                .withCauseInstanceOf(ConnectionException.class);
    }

    @Test
    void aConnectionCanEndBeforeTheRequestIsCarriedOut() {
        sandbox.resetNext();

        assertThatThrownBy(() -> once.apps().list().execute()).isInstanceOf(ConnectionException.class);
        assertThat(sandbox.requests())
                .singleElement()
                .satisfies(request -> assertThat(request.status()).isZero());
    }

    @Test
    void aResponseCanBeDropped() {
        sandbox.on("POST", "/v1/bundleIds").dropNextResponse();
        BundleIdCreate body = BundleIdCreate.builder()
                .name("Demo")
                .platform(BundleIdPlatform.IOS)
                .identifier("com.example.demo")
                .build();

        assertThatThrownBy(() -> once.bundleIds().create(body).execute()).isInstanceOf(ConnectionException.class);

        assertThat(once.bundleIds().list().toList())
                .extracting(BundleId::identifier)
                .containsExactly("com.example.demo");
        assertThat(sandbox.requests()).extracting(RecordedRequest::status).containsExactly(0, 200);
    }

    @Test
    void aResponseCanBeTruncated() {
        sandbox.on("GET", "/v1/apps").truncateNextResponse();

        assertThatThrownBy(() -> once.apps().list().execute()).isInstanceOf(ConnectionException.class);
        assertThat(once.apps().list().toList()).isEmpty();
    }

    @Test
    void resetForgetsFaults() {
        sandbox.failNext(500);
        sandbox.delayNext(Duration.ofMinutes(1));
        sandbox.on("GET", "/v1/apps").resetNext();

        sandbox.reset();

        sandbox.answerNext(ONE_APP);
        assertThat(once.apps().list().execute().data()).hasSize(1);
    }
}
