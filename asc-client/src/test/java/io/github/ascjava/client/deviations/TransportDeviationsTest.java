package io.github.ascjava.client.deviations;

import static io.github.ascjava.client.deviations.Json.errors;
import static io.github.ascjava.client.deviations.Json.id;
import static io.github.ascjava.client.deviations.Json.one;
import static io.github.ascjava.client.deviations.Json.page;
import static io.github.ascjava.client.deviations.Json.quoted;
import static io.github.ascjava.client.deviations.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.ascjava.client.ApiServer;
import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.FakeClock;
import io.github.ascjava.client.TestKeys;
import io.github.ascjava.client.call.ApiCall;
import io.github.ascjava.client.call.RateLimit;
import io.github.ascjava.client.error.ApiError;
import io.github.ascjava.client.error.ApiException;
import io.github.ascjava.client.error.ConflictException;
import io.github.ascjava.client.error.ForbiddenException;
import io.github.ascjava.client.error.ServerException;
import io.github.ascjava.client.model.apps.App;
import io.github.ascjava.client.model.pricing.AppPriceV2Include;
import io.github.ascjava.client.model.provisioning.Device;
import io.github.ascjava.client.model.users.UserUpdate;
import java.io.IOException;
import java.util.Base64;
import okhttp3.mockwebserver.MockResponse;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Errors, headers and links that differ from the document. */
class TransportDeviationsTest {

    @RegisterExtension
    final ApiServer apple = new ApiServer();

    @Test
    @LiveService("error-detail-may-be-missing")
    @DisplayName("an error may lack its detail")
    void errorsWithoutDetail() {
        apple.answer(409, quoted("{'errors': [{'status': '409', 'code': 'STATE_ERROR', 'title': 'Not now'}]}"));

        ApiException e = refusal(apple.client().apps().get("1"));
        assertThat(e).hasMessage("GET /v1/apps/{id}: 409 STATE_ERROR Not now");
        assertThat(e.errors())
                .singleElement()
                .satisfies(error -> assertThat(error.detail()).isNull());
    }

    @Test
    @LiveService("associated-errors-hold-the-reason")
    @DisplayName("the message includes the associated errors")
    void associatedErrors() {
        apple.answer(
                409,
                quoted(
                        "{'errors': [{'code': 'STATE_ERROR.ITEM_PART_MISSING', 'detail': 'Check associated errors.',"
                                + " 'meta': {'associatedErrors': {'/v1/appStoreVersionLocalizations/7': ["
                                + "{'code': 'ENTITY_ERROR.ATTRIBUTE.REQUIRED', 'detail': 'You must provide a whatsNew.'}]}}}]}"));

        ApiException e = refusal(apple.client().apps().get("1"));
        assertThat(e)
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("/v1/appStoreVersionLocalizations/7: ENTITY_ERROR.ATTRIBUTE.REQUIRED"
                        + " You must provide a whatsNew.");
        assertThat(e.hasCode("ENTITY_ERROR.ATTRIBUTE")).isTrue();
    }

    @Test
    @LiveService("error-links-may-be-relative")
    @DisplayName("links of an error may have other names and be relative")
    void linksOfErrors() {
        apple.answer(
                403,
                quoted("{'errors': [{'code': 'FORBIDDEN.REQUIRED_AGREEMENTS_MISSING_OR_EXPIRED',"
                        + " 'links': {'see': '/agreements'}}]}"));

        ApiException e = refusal(apple.client().apps().get("1"));
        assertThat(e.errors()).extracting(ApiError::links).hasToString("[{see=/agreements}]");
        assertThat(e.advice()).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "502, text/html, <html><h3>Bad Gateway</h3></html>",
        "500, application/json, <h2>Internal Server Error</h2>",
        "503, text/plain, 503 Service Temporarily Unavailable",
        "406, text/plain, Not acceptable",
        "500, application/json, '{\"statusCode\": \"ERROR\"}'"
    })
    @LiveService("error-bodies-may-not-be-json")
    @DisplayName("an error body of another form is kept as received")
    void bodiesWithoutErrors(int status, String type, String body) {
        apple.answer(new MockResponse()
                .setResponseCode(status)
                .setHeader("Content-Type", type)
                .setBody(body));

        ApiException e = refusal(apple.client().apps().get("1"));
        assertThat(e.status()).isEqualTo(status);
        assertThat(e.rawBody()).isEqualTo(body);
        assertThat(e.errors()).isEmpty();
        assertThat(e).hasMessageContaining(body);
    }

    @ParameterizedTest
    @ValueSource(ints = {405, 406, 408, 410, 415, 500, 502, 503, 504})
    @LiveService("undocumented-statuses")
    @DisplayName("undocumented statuses have exceptions")
    void statusesThatAreNotListed(int status) {
        // OkHttp itself retries a read after the first 408.
        for (int i = 0; i < (status == 408 ? 2 : 1); i++) {
            apple.answer(status, errors("SOME_ERROR", "Something"));
        }

        ApiException e = refusal(apple.client().apps().get("1"));
        assertThat(e.status()).isEqualTo(status);
        assertThat(e.hasCode("SOME_ERROR")).isTrue();
    }

    @Test
    @LiveService("rate-limit-header-varies")
    @DisplayName("the rate limit is read from one header or two, with -1, or not at all")
    void rateLimits() {
        apple.answer(limited("user-hour-lim:3600;user-hour-rem:3599;"));
        apple.answer(limited("user-hour-lim:3600;user-hour-rem:12;", "user-minute-lim:150;user-minute-rem:-1;"));
        apple.answer(limited());
        AppStoreConnect asc = apple.client();
        ApiCall<App> call = asc.apps().get("1");

        assertThat(call.executeWithResponse().rateLimit()).isEqualTo(new RateLimit(3600, 3599, null, null));
        assertThat(call.executeWithResponse().rateLimit()).isEqualTo(new RateLimit(3600, 12, 150, -1));
        assertThat(call.executeWithResponse().rateLimit()).isEqualTo(RateLimit.UNKNOWN);
        assertThat(asc.rateLimit()).isEqualTo(new RateLimit(3600, 12, 150, -1));
    }

    @Test
    @LiveService("next-links-differ")
    @DisplayName("a next link that repeats the query is followed unchanged")
    void nextLinksThatRepeatTheQuery() {
        String next = "/v1/devices?limit=1&filter%5Bplatform%5D=IOS&cursor=Aw.VGkW1w";
        apple.answer(linkingTo(next, id("devices", "1")));
        apple.answer(page(id("devices", "2")));
        apple.client()
                .devices()
                .list(q -> q.param("filter[platform]", "IOS").limit(1))
                .toList();

        apple.taken();
        assertThat(apple.line()).isEqualTo("GET " + next);
    }

    @Test
    @LiveService("next-links-differ")
    @DisplayName("a next link that dropped include gets it back")
    void nextLinksThatDropPartOfTheQuery() {
        apple.answer(linkingTo("/v1/appPriceSchedules/1/manualPrices?cursor=2&limit=1", id("appPrices", "1")));
        apple.answer(page(id("appPrices", "2")));
        apple.client()
                .appPriceSchedules()
                .listManualPrices(
                        "1", q -> q.include(AppPriceV2Include.TERRITORY).limit(1))
                .toList();

        apple.taken();
        assertThat(apple.line())
                .isEqualTo("GET /v1/appPriceSchedules/1/manualPrices?cursor=2&limit=1&include=territory");
    }

    @Test
    @LiveService("last-next-link-may-be-invalid")
    @DisplayName("an invalid cursor after the last element is the end of the list")
    void theCursorAfterTheLastItem() {
        apple.answer(quoted("{'data': [" + id("devices", "1") + ", null], 'links': {'next': '/v1/devices?cursor=2'},"
                + " 'meta': {'paging': {'total': 2, 'limit': 2}}}"));
        apple.answer(400, errors("PARAMETER_ERROR.INVALID", "A is not a valid cursor for this request"));

        assertThat(apple.client().devices().list().toList())
                .extracting(Device::id)
                .containsExactly("1");
        assertThat(apple.requests()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET_RELATIONSHIP. Allowed operation is: REPLACE",
                "GET_COLLECTION. Allowed operations are: CREATE"
            })
    @LiveService("retired-operations-name-what-is-allowed")
    @DisplayName("the exception names the allowed operations")
    void addressesThatCannotBeRead(String text) {
        apple.answer(403, errors("FORBIDDEN_ERROR", "The resource does not allow " + text));

        assertThat(refusal(apple.client().betaGroups().listBuildIds("1")))
                .isInstanceOf(ForbiddenException.class)
                .hasMessageContaining(text);
    }

    @Test
    @LiveService("enterprise-program-api")
    @DisplayName("keys of the Enterprise Program have another host and another audience")
    void theEnterpriseProgram() throws IOException {
        apple.answer(page());
        try (AppStoreConnect asc = AppStoreConnect.create(TestKeys.enterprise())) {
            assertThat(asc.retrofit().baseUrl()).hasToString("https://api.enterprise.developer.apple.com/");
        }
        try (AppStoreConnect asc = AppStoreConnect.builder(TestKeys.enterprise())
                .baseUrl(apple.url("/"))
                .build()) {
            asc.devices().list().execute();
        }

        JsonNode claims = claims(String.valueOf(apple.taken().getHeader("Authorization")));
        assertThat(claims.path("aud").textValue()).isEqualTo("apple-developer-enterprise-v1");
        assertThat(claims.path("iss").textValue()).isEqualTo("57246542-96fe-1a63-e053-0824d011072a");
    }

    @Test
    @LiveService("transient-502")
    @DisplayName("a read is retried after a 502, and a write is not")
    void gatewaysThatFail() {
        String text = "Could not process this request";
        apple.answer(502, text);
        apple.answer(one("users", "'firstName': 'Ada'"));
        apple.answer(502, text);
        FakeClock time = new FakeClock();
        try (AppStoreConnect asc =
                apple.builder().options(o -> o.clock(time).sleeper(time)).build()) {
            assertThat(asc.users().get("1").execute().firstName()).isEqualTo("Ada");
            assertThatExceptionOfType(ServerException.class)
                    .isThrownBy(() -> asc.users()
                            .update(
                                    "1",
                                    UserUpdate.builder().allAppsVisible(true).build())
                            .execute())
                    .withMessageContaining(text);
        }
        assertThat(apple.requests()).isEqualTo(3);
    }

    private static MockResponse limited(String... headers) {
        MockResponse response = ApiServer.json(200, one("apps", ""));
        for (String header : headers) {
            response.addHeader("X-Rate-Limit", header);
        }
        return response;
    }

    private static String linkingTo(String next, String resource) {
        return quoted("{'data': [" + resource + "], 'links': {'self': 'x', 'next': '" + next + "'}}");
    }

    private static JsonNode claims(String authorization) throws IOException {
        String payload = authorization.substring("Bearer ".length()).split("\\.", -1)[1];
        return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(payload));
    }
}
