package io.github.ascjava.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ascjava.auth.ApiKey;
import io.github.ascjava.auth.AuthenticationException;
import io.github.ascjava.auth.IndividualKey;
import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.call.RateLimit;
import io.github.ascjava.client.call.RetryPolicy;
import io.github.ascjava.client.error.ApiKeyUsageException;
import io.github.ascjava.client.error.ForbiddenException;
import io.github.ascjava.client.error.RateLimitException;
import io.github.ascjava.client.model.builds.Build;
import io.github.ascjava.client.model.provisioning.Certificate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class SandboxTest {

    private static final Answer NO_APPS = Answer.json(200, Documents.list(List.of()));

    @RegisterExtension
    final SandboxExtension sandbox = new SandboxExtension(Sandbox.builder().empty());

    @Test
    void aTokenIsRenewedWhenTimeHasPassed() {
        call();
        sandbox.advanceTime(Duration.ofHours(1));
        call();

        assertThat(statuses()).containsExactly(200, 200);
        assertThat(sandbox.requests().get(0).headers().get("Authorization"))
                .isNotEqualTo(sandbox.requests().get(1).headers().get("Authorization"));
    }

    @Test
    void timeGoesOnlyForward() {
        assertThatThrownBy(() -> sandbox.advanceTime(Duration.ofSeconds(-1)))
                .hasMessage("Time only goes forward, but was to be advanced by PT-1S.");
    }

    @Test
    void aMachineWithAWrongClockLearnsTheTime() {
        sandbox.skewClock(Duration.ofMinutes(30));
        call();

        assertThat(statuses()).containsExactly(401, 200);
        assertThat(sandbox.client().auth().clockOffset()).isBetween(Duration.ofMinutes(29), Duration.ofMinutes(31));

        sandbox.skewClock(Duration.ofMinutes(-30));
        call();
        assertThat(statuses()).containsExactly(401, 200, 401, 200);
    }

    @Test
    void tokensCanExpireEarly() {
        call();
        sandbox.expireTokens();
        call();

        assertThat(statuses()).containsExactly(200, 401, 200);
    }

    @Test
    void theBudgetCanBeSetAndComesBackWithTime() {
        AppStoreConnect once = sandbox.clientBuilder()
                .options(o -> o.retryPolicy(RetryPolicy.NONE))
                .build();
        sandbox.limitRequests(2, 0);
        once.users().list().execute();
        once.users().list().execute();
        assertThat(once.rateLimit()).isEqualTo(new RateLimit(2, 0, null, null));
        assertThatThrownBy(() -> once.users().list().execute()).isInstanceOf(RateLimitException.class);

        sandbox.advanceTime(Duration.ofHours(1));

        once.users().list().execute();
        assertThat(once.rateLimit().hourRemaining()).isEqualTo(1);
        once.close();
    }

    @Test
    void aBuilderSetsBudgetsToo() {
        try (Sandbox small = Sandbox.builder()
                .empty()
                .requestsPerHour(10)
                .requestsPerMinute(5)
                .start()) {
            small.client().users().list().execute();

            assertThat(small.client().rateLimit()).isEqualTo(new RateLimit(10, 9, 5, 4));
        }
    }

    @Test
    void requestsAreKept() {
        sandbox.answerNext(NO_APPS);
        sandbox.client().apps().list(q -> q.limit(2)).execute();

        RecordedRequest request = sandbox.requests().get(0);
        assertThat(request.method()).isEqualTo("GET");
        assertThat(request.path()).isEqualTo("/v1/apps");
        assertThat(request.headers().get("Authorization")).startsWith("Bearer ey");
        assertThat(request.text()).isEmpty();
        assertThat(request.at()).isBeforeOrEqualTo(sandbox.clock().instant());
        assertThat(request).hasToString("GET /v1/apps?limit=2 -> 200");
    }

    @Test
    void onlyTheNewestRequestsAreKept() {
        sandbox.limitRequests(0, 0);
        for (int i = 0; i < 1_001; i++) {
            sandbox.answerNext(NO_APPS);
            int limit = i % 200 + 1;
            sandbox.client().apps().list(q -> q.limit(limit)).execute();
        }

        assertThat(sandbox.requests()).hasSize(1_000);
        assertThat(sandbox.requests().get(0).url().queryParameter("limit")).isEqualTo("2");
    }

    @Test
    void resetForgetsRequestsAndGivesBudgetAndClockBack() {
        sandbox.limitRequests(1, 1);
        call();
        sandbox.skewClock(Duration.ofDays(1));

        sandbox.reset();
        call();

        assertThat(statuses()).containsExactly(200);
        assertThat(sandbox.client().rateLimit()).isEqualTo(new RateLimit(3600, 3599, null, null));
    }

    @Test
    void anIndividualKeyIsHeldToItsRules() {
        try (Sandbox individual = Sandbox.builder().empty().individualKey().start();
                AppStoreConnect unchecked = individual
                        .clientBuilder()
                        .auth(auth -> auth.checkKeyRestrictions(false))
                        .build()) {
            assertThat(individual.key()).isInstanceOf(IndividualKey.class);
            individual.client().users().list().execute();
            assertThatThrownBy(() -> individual.client().devices().list().execute())
                    .isInstanceOf(ApiKeyUsageException.class)
                    .hasCauseInstanceOf(AuthenticationException.class);
            assertThatThrownBy(() -> unchecked.devices().list().execute()).isInstanceOf(ForbiddenException.class);
        }
    }

    @Test
    void itsTimeBeginsWithTheClockItWasGiven() {
        Instant start = Instant.parse("2030-01-01T00:00:00Z");
        try (Sandbox later = Sandbox.builder()
                .empty()
                .clock(Clock.fixed(start, ZoneOffset.UTC))
                .start()) {
            later.advanceTime(Duration.ofDays(1));
            later.client().users().list().execute();

            assertThat(later.clock().instant()).isEqualTo(Instant.parse("2030-01-02T00:00:00Z"));
            assertThat(later.requests().get(0).status()).isEqualTo(200);
        }
    }

    @Test
    void theKeyCanBeWrittenAsApplesFile(@TempDir Path directory) throws IOException {
        Path file = sandbox.writeKeyFile(directory);

        assertThat(file).hasFileName("AuthKey_" + sandbox.key().keyId() + ".p8");
        assertThat(Files.readString(file))
                .startsWith("-----BEGIN PRIVATE KEY-----\nMIGTAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBHkwdwIBAQQg");
        assertThat(Files.size(file)).isEqualTo(257);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        ApiKey key = ApiKey.fromEnvironment(Map.of(
                "ASC_KEY_ID", sandbox.key().keyId(),
                "ASC_ISSUER_ID", "57246542-96fe-1a63-e053-0824d011072a",
                "ASC_PRIVATE_KEY_PATH", file.toString()));
        try (AppStoreConnect other =
                AppStoreConnect.builder(key).baseUrl(sandbox.baseUrl()).build()) {
            other.users().list().execute();
        }
        assertThat(statuses()).containsExactly(200);
    }

    @Test
    void aPortThatIsTakenIsSaidSo() {
        int port = HttpUrl.get(sandbox.baseUrl()).port();

        assertThatThrownBy(() -> Sandbox.builder().port(port).start())
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageStartingWith("The sandbox cannot listen on port " + port + " of this machine: ");
    }

    @Test
    void aSandboxLeavesNoThreadBehind() throws InterruptedException {
        Set<Thread> before = liveThreads();
        try (Sandbox ended = Sandbox.builder().empty().start()) {
            ended.add(ResourceObject.of("webhooks", "1")
                    .attribute("url", ended.baseUrl() + "nobody")
                    .attribute("secret", "never shown"));
            ended.client().users().list().executeAsync().join();
            ended.client().webhookPings().create(b -> b.webhook("1")).execute();
        }

        for (Thread thread : liveThreads()) {
            // OkHttp's watchdog threads serve all clients of the program, and end when there are none.
            if (!before.contains(thread)
                    && !thread.getName().startsWith("OkHttp TaskRunner")
                    && !thread.getName().startsWith("Okio Watchdog")) {
                thread.join(10_000);
                assertThat(thread.isAlive()).as(thread.getName()).isFalse();
            }
        }
    }

    @Test
    void aTestCanAddResourcesThatNoRequestCreates() {
        sandbox.add(ResourceObject.of("apps", "1").attribute("name", "Demo"));
        sandbox.add(ResourceObject.of("builds", "2").attribute("version", "7").toOne("app", "apps", "1"));

        assertThat(sandbox.client().apps().listBuilds("1").toList())
                .extracting(Build::version)
                .containsExactly("7");
    }

    @Test
    void whatATestAddsNeedsNoDates() {
        sandbox.add(ResourceObject.of("builds", "1").attribute("version", "7"));
        sandbox.add(ResourceObject.of("userInvitations", "2").attribute("email", "a@example.com"));
        sandbox.add(ResourceObject.of("customerReviewResponses", "3").attribute("state", "PENDING_PUBLISH"));

        assertThat(sandbox.client().builds().list().toList()).hasSize(1);
        assertThat(sandbox.client().userInvitations().list().toList()).hasSize(1);
        assertThat(statuses()).containsExactly(200, 200);
    }

    @Test
    void whatATestAddsHasToFitTheDocument() {
        sandbox.add(ResourceObject.of("apps", "1"));

        assertThatThrownBy(() -> sandbox.add(ResourceObject.of("app", "1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Apple's document has no type 'app'.");
        assertThatThrownBy(() -> sandbox.add(ResourceObject.of("apps", "2").attribute("nmae", "Demo")))
                .hasMessage("Apple's document has no attribute 'nmae' of type 'apps'.");
        assertThatThrownBy(() -> sandbox.add(ResourceObject.of("apps", "1")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> sandbox.add(ResourceObject.of("builds", "2").toOne("apps", "apps", "1")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> sandbox.add(ResourceObject.of("builds", "2").toOne("app", "apps", "9")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "builds/2 cannot be related to a resource that is not in the sandbox: There is no resource of type 'apps'"
                                + " with id '9'. Add that one first.");
        assertThat(sandbox.client().builds().list().toList()).isEmpty();
    }

    @Test
    void theSameSeedGivesTheSameTeam() {
        assertThat(certificateIds(7))
                .isNotEmpty()
                .isEqualTo(certificateIds(7))
                .doesNotContainAnyElementsOf(certificateIds(8));
    }

    @Test
    void itDeviatesFromTheDocumentLikeTheLiveServiceByDefault() throws IOException {
        try (Sandbox exact = Sandbox.builder().empty().liveDeviations(false).start()) {
            exact.add(ResourceObject.of("apps", "1"));
            sandbox.add(ResourceObject.of("apps", "1"));

            assertThat(app(sandbox)).contains("\"subscriptionStatusUrl\":null");
            assertThat(app(exact)).doesNotContain("null");
        }
    }

    @Test
    void itsLinksLeadBackThroughAProxyThatEndsTls() throws IOException {
        sandbox.add(ResourceObject.of("apps", "1"));
        Request.Builder request = new Request.Builder().url(sandbox.baseUrl() + "v1/apps/1");

        assertThat(text(request)).contains("\"self\":\"" + sandbox.baseUrl() + "v1/apps/1\"");
        request.header("X-Forwarded-Proto", "https");
        String https = sandbox.baseUrl().toString().replace("http:", "https:");
        assertThat(text(request))
                .contains("\"self\":\"" + https + "v1/apps/1\"")
                .doesNotContain("http:");
    }

    @Test
    void theKeyIsTheSandboxsOwn() {
        try (Sandbox other = Sandbox.builder().empty().start();
                AppStoreConnect stranger = AppStoreConnect.builder(other.key())
                        .baseUrl(sandbox.baseUrl())
                        .options(o -> o.retryPolicy(RetryPolicy.NONE))
                        .build()) {
            assertThatThrownBy(() -> stranger.users().list().execute()).hasMessageContaining("401");
        }
    }

    private static List<String> certificateIds(long seed) {
        try (Sandbox seeded = Sandbox.builder().randomSeed(seed).start()) {
            return seeded.client().certificates().list().toList().stream()
                    .map(Certificate::id)
                    .toList();
        }
    }

    private static String app(SandboxControl sandbox) throws IOException {
        return text(
                sandbox, new Request.Builder().url(sandbox.baseUrl() + "v1/apps/1?fields[apps]=subscriptionStatusUrl"));
    }

    private String text(Request.Builder request) throws IOException {
        return text(sandbox, request);
    }

    private static String text(SandboxControl sandbox, Request.Builder request) throws IOException {
        try (Response response =
                sandbox.client().httpClient().newCall(request.build()).execute()) {
            return response.body().string();
        }
    }

    private void call() {
        sandbox.client().users().list().execute();
    }

    private List<Integer> statuses() {
        return sandbox.requests().stream().map(RecordedRequest::status).toList();
    }

    private static Set<Thread> liveThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(Thread::isAlive)
                .collect(Collectors.toSet());
    }
}
