package io.github.ascjava.client.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.ascjava.client.ApiServer;
import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.TestKeys;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import okhttp3.OkHttpClient;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The message of an error, which has one line, and the advice in it. */
class ErrorMessageTest {

    private static final String NOT_AUTHORIZED = """
            {"errors": [{"status": "401", "code": "NOT_AUTHORIZED",
             "title": "Authentication credentials are missing or invalid.",
             "detail": "Provide a properly configured and signed bearer token."}]}
            """;
    private static final String CHECK_KEY = "Check that key ID, issuer ID and private key of TeamKey[2X9R4HXF34] belong"
            + " together and that the key has not been revoked. During incidents, Apple also rejects valid tokens,"
            + " sometimes for minutes.";

    @RegisterExtension
    final ApiServer apple = new ApiServer();

    @Test
    void theMessageNamesOperationStatusCodePlaceAndDetail() {
        apple.answer(404, """
                {"errors": [{"status": "404", "code": "NOT_FOUND", "title": "The specified resource does not exist",
                 "detail": "There is no resource of type 'users' with id 'u1'", "source": {"pointer": "data/id"}}]}
                """);

        assertThat(failure())
                .hasMessage("GET /v1/users/{id}: 404 NOT_FOUND [data/id] There is no resource of type 'users' with id"
                        + " 'u1'");
    }

    @Test
    void anEmptyDetailDoesNotHideTheTitle() {
        apple.answer(409, "{\"errors\": [{\"code\": \"\", \"title\": \"The title\", \"detail\": \" \"}]}");

        assertThat(failure()).hasMessage("GET /v1/users/{id}: 409 without a code The title");
    }

    @Test
    void aLongDetailIsShortenedInTheMessageOnly() {
        String detail = "x".repeat(60_000);
        apple.answer(409, "{\"errors\": [{\"code\": \"C\", \"detail\": \"" + detail + "\"}]}");

        ApiException failure = failure();
        assertThat(failure).hasMessage("GET /v1/users/{id}: 409 C " + "x".repeat(2_000) + "...");
        assertThat(failure.errors().get(0).detail()).isEqualTo(detail);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Unable to find a team with the given Content Provider ID 'x' to which you belong.",
                "Team ID: 'X' is not associated with an active membership."
            })
    void aLapsedMembershipOrAnotherTeamIsAdvisedOn(String detail) {
        apple.answer(403, forbidden(detail));

        assertThat(failure().advice().orElseThrow()).contains("membership").contains("issuer ID");
    }

    @Test
    void parametersAreNamedAsPointersAre() {
        apple.answer(400, """
                {"errors": [{"code": "PARAMETER_ERROR.ILLEGAL", "detail": "No.", "source": {"parameter": "filter[emaill]"}}]}
                """);

        assertThat(failure()).hasMessage("GET /v1/users/{id}: 400 PARAMETER_ERROR.ILLEGAL [filter[emaill]] No.");
    }

    @Test
    void theTitleStandsInForAMissingDetail() {
        apple.answer(409, "{\"errors\": [{\"code\": \"STATE_ERROR\", \"title\": \"The title\"}]}");
        apple.answer(409, "{\"errors\": [{\"code\": \"STATE_ERROR\"}]}");
        apple.answer(409, "{\"errors\": [{\"detail\": \"The detail\"}]}");

        assertThat(failure()).hasMessage("GET /v1/users/{id}: 409 STATE_ERROR The title");
        assertThat(failure()).hasMessage("GET /v1/users/{id}: 409 STATE_ERROR");
        assertThat(failure()).hasMessage("GET /v1/users/{id}: 409 without a code The detail");
    }

    @Test
    void furtherErrorsAreCountedAndAssociatedOnesListed() {
        apple.answer(409, """
                {"errors": [{"code": "STATE_ERROR", "detail": "Check associated errors.", "meta": {"associatedErrors": {
                  "/v1/appScreenshots/2": [{"code": "A", "detail": "Too big."}, {"code": "B"}],
                  "/v1/appInfos/1": [{"code": "C", "title": "Missing", "source": {"pointer": "/data"}}]}}},
                 {"code": "X"}, {"code": "Y"}]}
                """);

        assertThat(failure())
                .hasMessage("GET /v1/users/{id}: 409 STATE_ERROR Check associated errors.;"
                        + " /v1/appScreenshots/2: A Too big., B; /v1/appInfos/1: C [/data] Missing (+2 more)");
    }

    /** Any of the errors may have the associated ones (docs/live-service.md#telling-error-may-come-second). */
    @Test
    void associatedErrorsOfAnyErrorAreListed() {
        apple.answer(409, """
                {"errors": [{"code": "STATE_ERROR", "detail": "Not now."},
                 {"code": "X", "meta": {"associatedErrors": {"/v1/appInfos/1": [{"code": "C", "detail": "Missing"}]}}}]}
                """);

        assertThat(failure())
                .hasMessage("GET /v1/users/{id}: 409 STATE_ERROR Not now.; /v1/appInfos/1: C Missing (+1 more)");
    }

    /** A version with forty localizations can have as many errors. */
    @Test
    void atMostFiveAssociatedErrorsAreListed() {
        String three = "[{\"code\": \"A\"}, {\"code\": \"B\"}, {\"code\": \"C\"}]";
        apple.answer(
                409,
                "{\"errors\": [{\"code\": \"STATE_ERROR\", \"meta\": {\"associatedErrors\": {\"/v1/a/1\": " + three
                        + ", \"/v1/a/2\": " + three + ", \"/v1/a/3\": " + three + "}}}]}");

        ApiException e = failure();
        assertThat(e)
                .hasMessage(
                        "GET /v1/users/{id}: 409 STATE_ERROR; /v1/a/1: A, B, C; /v1/a/2: A, B; and 4 more associated"
                                + " errors");
        assertThat(e.errors().get(0).associatedErrors()).hasSize(3);
    }

    @Test
    void theMessageHasOneLineForAnyError() {
        apple.answer(
                409,
                "{\"errors\": [{\"code\": \"A\\r\\nB\", \"detail\": \"x\\n\\ty\\u0000\\u001b[31m\\u2028z\\u0085\"}]}");

        assertThat(failure()).hasMessage("GET /v1/users/{id}: 409 A B x y [31m z");
    }

    @Test
    void theBeginningOfOtherBodiesIsShown() {
        apple.answer(502, "<html>\n  <h3>Bad Gateway</h3>\n</html>\n");
        apple.answer(500, "x".repeat(200));
        apple.answer(500, "y".repeat(201));
        apple.answer(503, " \n");

        String start = "GET /v1/users/{id}: status ";
        String none = " with a body that is not an error document: ";
        assertThat(failure()).hasMessage(start + "502" + none + "<html> <h3>Bad Gateway</h3> </html>");
        assertThat(failure()).hasMessage(start + "500" + none + "x".repeat(200));
        assertThat(failure()).hasMessage(start + "500" + none + "y".repeat(200) + "...");
        assertThat(failure()).hasMessage(start + "503 without a body.");
    }

    @Test
    void operationsOfAllVerbsAreNamedByTheirTemplate() {
        for (int i = 0; i < 4; i++) {
            apple.answer(404, "");
        }
        AppStoreConnect asc = apple.client();

        assertThat(failure(() -> asc.users().list().execute())).hasMessageStartingWith("GET /v1/users: ");
        assertThat(failure(() -> asc.users().delete("u1").execute())).hasMessageStartingWith("DELETE /v1/users/{id}: ");
        assertThat(failure(() -> asc.users().addVisibleApps("u1", List.of()).execute()))
                .hasMessageStartingWith("POST /v1/users/{id}/relationships/visibleApps: ");
        assertThat(failure(() -> asc.users().removeVisibleApps("u1", List.of()).execute()))
                .hasMessageStartingWith("DELETE /v1/users/{id}/relationships/visibleApps: ");
    }

    @Test
    void a401SendsPeopleToTheirKey() {
        apple.answer(401, NOT_AUTHORIZED);
        apple.answer(401, NOT_AUTHORIZED);

        ApiException e = failure();
        assertThat(e)
                .hasMessage(
                        "GET /v1/users/{id}: 401 NOT_AUTHORIZED Provide a properly configured and signed bearer token. "
                                + CHECK_KEY);
        assertThat(e.advice()).contains(CHECK_KEY);
        assertThat(apple.requests()).isEqualTo(2);
    }

    @Test
    void a401WithoutAReadableBodyHasItsAdviceToo() {
        apple.answer(401, "");
        apple.answer(401, "");

        assertThat(failure()).hasMessage("GET /v1/users/{id}: status 401 without a body. " + CHECK_KEY);
    }

    @ParameterizedTest
    @ValueSource(longs = {-3600, 3600})
    void a401OfAWrongClockSaysByHowMuch(long seconds) {
        Instant now = Instant.parse("2026-01-02T03:04:05Z");
        for (int i = 0; i < 2; i++) {
            apple.answer(ApiServer.json(401, NOT_AUTHORIZED)
                    .setHeader(
                            "Date",
                            DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                    now.plusSeconds(seconds).atOffset(ZoneOffset.UTC))));
        }
        try (AppStoreConnect client = apple.builder()
                .auth(auth -> auth.clock(Clock.fixed(now, ZoneOffset.UTC)))
                .build()) {
            String where = seconds > 0 ? "behind" : "ahead of";
            assertThat(failure(() -> client.users().get("u1").execute())
                            .advice()
                            .orElseThrow())
                    .matches("This machine's clock is (3600|3599) s " + where
                            + " Apple's\\. Tokens are dated accordingly and were rejected all the same; correct the clock"
                            + " and try again\\.");
        }
    }

    @Test
    void a401OfARequestWithATokenOfItsOwnSaysSo() {
        apple.answer(401, NOT_AUTHORIZED);
        OkHttpClient http = new OkHttpClient.Builder()
                .addInterceptor(chain -> chain.proceed(chain.request()
                        .newBuilder()
                        .header("Authorization", "Bearer mine")
                        .build()))
                .build();
        AppStoreConnect client = apple.builder().httpClient(http).build();

        assertThat(failure(() -> client.users().get("u1").execute()).advice())
                .contains("The request was not authorized by this library; check the Authorization header that was"
                        + " sent.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"code\": \"FORBIDDEN.REQUIRED_AGREEMENTS_MISSING_OR_EXPIRED\", \"detail\": \"This request requires an"
                        + " in-effect agreement that has not been signed or has expired.\"}",
                "{\"code\": \"FORBIDDEN\", \"title\": \"Access Unavailable\", \"detail\": \"The Account Holder must accept"
                        + " the agreement.\"}"
            })
    void aMissingAgreementSendsPeopleToTheAccountHolder(String error) {
        apple.answer(403, "{\"errors\": [" + error + "]}");

        assertThat(failure().advice())
                .contains(
                        "The Account Holder must sign in to App Store Connect (Business) and to the developer website,"
                                + " and accept the pending agreements.");
    }

    @Test
    void whatOnlyTheAccountHolderMayDoIsSaidToBeSo() {
        apple.answer(403, forbidden("This operation can only be performed by the Account Holder"));

        assertThat(failure())
                .hasMessage(
                        "GET /v1/users/{id}: 403 FORBIDDEN_ERROR This operation can only be performed by the Account"
                                + " Holder. No API key can do this; only the Account Holder can, on the website.");
    }

    @Test
    void aRoleThatIsTooSmallHasAdviceForTheKindOfKey() {
        apple.answer(403, forbidden("The API key in use does not allow this request"));
        apple.answer(403, forbidden("The API key in use does not allow this request"));

        assertThat(failure().advice())
                .contains("The key's roles do not allow the operation, and cannot be changed: create a key with the"
                        + " roles that it needs.");
        try (AppStoreConnect client = AppStoreConnect.builder(TestKeys.individual())
                .baseUrl(apple.url("/"))
                .build()) {
            assertThat(failure(() -> client.users().get("u1").execute()).advice())
                    .contains("An individual key has the roles of the user who made it; use a team key or change the"
                            + " user's roles.");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The resource 'apps' does not allow 'CREATE'. Allowed operations are: GET_COLLECTION, GET_INSTANCE,"
                        + " UPDATE",
                "Your development team has reached the maximum number of registered iPhone devices."
            })
    void otherRejectionsSpeakForThemselves(String detail) {
        apple.answer(403, forbidden(detail));

        assertThat(failure().advice()).isEqualTo(Optional.empty());
    }

    @Test
    void a429ReportsTheRateLimit() {
        apple.answer(
                ApiServer.json(429, "{\"errors\": [{\"code\": \"RATE_LIMIT_EXCEEDED\", \"detail\": \"Slow down.\"}]}")
                        .setHeader("X-Rate-Limit", "user-hour-lim:3600;user-hour-rem:0;"));
        apple.answer(429, "");

        assertThat(failure())
                .hasMessage("GET /v1/users/{id}: 429 RATE_LIMIT_EXCEEDED Slow down. Apple's rate limit for this key is"
                        + " exhausted (0 of 3600 requests left this hour); wait and retry, or use a rate"
                        + " limiter.");
        assertThat(failure())
                .hasMessage("GET /v1/users/{id}: status 429 without a body. Apple's rate limit for this key is"
                        + " exhausted; wait and retry, or use a rate limiter.");
    }

    @Test
    void otherStatusesHaveNoAdvice() {
        apple.answer(409, "{\"errors\": [{\"detail\": \"The API key in use does not allow this request\"}]}");

        assertThat(failure().advice()).isEmpty();
    }

    private static String forbidden(String detail) {
        return "{\"errors\": [{\"code\": \"FORBIDDEN_ERROR\", \"title\": \"The title\", \"detail\": \"" + detail
                + "\"}]}";
    }

    private ApiException failure() {
        return failure(() -> apple.client().users().get("u1").execute());
    }

    private static ApiException failure(ThrowingCallable call) {
        return catchThrowableOfType(ApiException.class, call);
    }
}
