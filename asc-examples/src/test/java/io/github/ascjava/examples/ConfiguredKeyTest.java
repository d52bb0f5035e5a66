package io.github.ascjava.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What somebody sees who has configured a key, when things go well and when they do not. */
class ConfiguredKeyTest {

    private static final String EMPTY_LIST = """
            {"data": [], "links": {"self": "/"}, "meta": {"paging": {"total": 0, "limit": 1}}}
            """;

    private final MockWebServer server = new MockWebServer();
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void configure() throws IOException, GeneralSecurityException {
        server.start();
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        byte[] key = generator.generateKeyPair().getPrivate().getEncoded();
        environment.put("ASC_KEY_ID", "ABCDE12345");
        environment.put("ASC_ISSUER_ID", "57246542-96fe-1a63-e053-0824d011072a");
        environment.put("ASC_PRIVATE_KEY_B64", Base64.getEncoder().encodeToString(key));
        environment.put("ASC_BASE_URL", server.url("/").toString());
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void asksTheConfiguredServerWithATokenOfTheKey() throws InterruptedException {
        server.enqueue(json(200, EMPTY_LIST));

        Program run = Program.run(environment, "apps");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(server.takeRequest().getHeader("Authorization")).startsWith("Bearer ey");
    }

    @Test
    void anIndividualKeyNeedsNoIssuer() {
        environment.remove("ASC_ISSUER_ID");
        server.enqueue(json(200, EMPTY_LIST));

        Program run = Program.run(environment, "whoami");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("Key         individual key ABCDE12345" + System.lineSeparator());
    }

    @Test
    void anEnterpriseKeyIsCheckedWithoutApps() throws InterruptedException {
        environment.put("ASC_IN_HOUSE", "true");
        server.enqueue(json(200, EMPTY_LIST));

        Program run = Program.run(environment, "whoami");

        assertThat(run.out()).contains("Key         Enterprise Program key ABCDE12345");
        assertThat(server.takeRequest().getPath()).startsWith("/v1/users");
    }

    @Test
    void whoamiTurnsARefusedTokenIntoAdvice() {
        String body = error("401", "NOT_AUTHORIZED", "Provide a properly configured and signed bearer token.");
        server.enqueue(json(401, body));
        server.enqueue(json(401, body));

        Program run = Program.run(environment, "whoami");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .contains("Answer      401 NOT_AUTHORIZED: Provide a properly configured and signed bearer token.")
                .contains("Advice      Check that key ID, issuer ID and private key of TeamKey[ABCDE12345] belong"
                        + " together")
                .contains("Clock       agrees with the server's");
    }

    @Test
    void whoamiFindsAClockThatIsOff() {
        String serverTime = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                Program.CLOCK.instant().plusSeconds(3600).atOffset(ZoneOffset.UTC));
        String body = error("401", "NOT_AUTHORIZED", "Provide a properly configured and signed bearer token.");
        server.enqueue(json(401, body).setHeader("Date", serverTime));
        server.enqueue(json(401, body).setHeader("Date", serverTime));

        Program run = Program.run(environment, "whoami");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).containsPattern("Advice +This machine's clock is 3600 s behind Apple's\\.");
    }

    @Test
    void whoamiExplainsAMissingAgreement() {
        server.enqueue(json(
                403,
                error(
                        "403",
                        "FORBIDDEN.REQUIRED_AGREEMENTS_MISSING_OR_EXPIRED",
                        "This request requires an in-effect agreement that has not been signed or has expired.")));

        Program run = Program.run(environment, "whoami");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("Advice      The Account Holder must sign in to App Store Connect (Business)");
    }

    @Test
    void whoamiExplainsAMissingRole() {
        server.enqueue(json(403, error("403", "FORBIDDEN_ERROR", "The API key in use does not allow this request")));

        Program run = Program.run(environment, "whoami");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("Advice      The key's roles do not allow the operation");
    }

    @Test
    void anErrorIsOneSentenceWithoutStackTrace() {
        server.enqueue(json(403, error("403", "FORBIDDEN_ERROR", "The API key in use does not allow this request")));

        Program run = Program.run(environment, "users", "audit");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err().lines())
                .singleElement()
                .asString()
                .startsWith("GET /v1/users: 403 FORBIDDEN_ERROR The API key in use does not allow this request");
    }

    @Test
    void aKeyThatCannotBeLoadedIsOneSentence() {
        environment.put("ASC_PRIVATE_KEY_B64", "bm90IGEga2V5");

        Program run = Program.run(environment, "apps");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err().lines())
                .singleElement()
                .asString()
                .startsWith("The environment variable ASC_PRIVATE_KEY_B64 is damaged or truncated");
    }

    @Test
    void aBaseUrlInClearTextIsRefused() {
        environment.put("ASC_BASE_URL", "http://api.example.com/");

        Program run = Program.run(environment, "apps");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).startsWith("ASC_BASE_URL cannot be used: The base URL http://api.example.com/");
    }

    @Test
    void aUserWithMoreAppsThanWereIncludedIsAskedForAllOfThem() {
        server.enqueue(json(200, """
                {"data": [{"type": "users", "id": "u1", "attributes": {"username": "a@example.com",
                   "allAppsVisible": false},
                   "relationships": {"visibleApps": {"data": [{"type": "apps", "id": "1"}],
                     "meta": {"paging": {"total": 2, "limit": 1}}}}}],
                 "included": [{"type": "apps", "id": "1", "attributes": {"name": "One"}}],
                 "links": {"self": "/"}}
                """));
        server.enqueue(json(200, """
                {"data": [{"type": "apps", "id": "1", "attributes": {"name": "One"}},
                          {"type": "apps", "id": "2", "attributes": {"name": "Two"}}], "links": {"self": "/"}}
                """));
        server.enqueue(json(200, EMPTY_LIST));

        Program run = Program.run(environment, "users", "audit");

        assertThat(run.out()).contains("One, Two");
    }

    private static MockResponse json(int status, String body) {
        return new MockResponse()
                .setResponseCode(status)
                .setHeader("Content-Type", "application/json")
                .setBody(body);
    }

    private static String error(String status, String code, String detail) {
        return """
               {"errors": [{"status": "%s", "code": "%s", "title": "A title", "detail": "%s"}]}
               """.formatted(status, code, detail);
    }
}
