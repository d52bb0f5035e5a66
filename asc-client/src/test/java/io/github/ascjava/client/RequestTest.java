package io.github.ascjava.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.ascjava.client.api.provisioning.ListBundleIds;
import io.github.ascjava.client.api.users.ListUsers;
import io.github.ascjava.client.call.ApiCall;
import io.github.ascjava.client.call.PagedCall;
import io.github.ascjava.client.model.apps.AppField;
import io.github.ascjava.client.model.provisioning.BundleIdPlatform;
import io.github.ascjava.client.model.users.User;
import io.github.ascjava.client.model.users.UserField;
import io.github.ascjava.client.model.users.UserInclude;
import io.github.ascjava.client.model.users.UserRole;
import io.github.ascjava.client.model.users.UserUpdate;
import java.util.List;
import java.util.stream.Stream;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a call sends over the wire. */
class RequestTest {

    private static final String USER = """
            {"data": {"type": "users", "id": "u1"}}
            """;
    private static final String USERS = """
            {"data": []}
            """;

    @RegisterExtension
    final ApiServer apple = new ApiServer();

    @Test
    void nothingIsSentBeforeExecute() {
        PagedCall<User> list = apple.client().users().list(q -> q.limit(1));
        assertThat(list.pages().iterator()).hasNext();
        apple.client().users().get("u1");
        apple.client().users().delete("u1");

        assertThat(apple.requests()).isZero();
    }

    @Test
    void aCallThatIsExecutedTwiceIsSentTwice() {
        apple.answer(USER);
        apple.answer(USER);
        ApiCall<User> call = apple.client().users().get("u1");

        assertThat(call.execute()).isEqualTo(call.execute());
        assertThat(apple.requests()).isEqualTo(2);
        assertThat(apple.line()).isEqualTo(apple.line());
    }

    @Test
    void getHasItsPathAndNoQueryOfItsOwn() {
        apple.answer(USER);
        apple.client().users().get("u1").execute();

        RecordedRequest request = apple.taken();
        assertThat(request.getMethod()).isEqualTo("GET");
        assertThat(request.getPath()).isEqualTo("/v1/users/u1");
        assertThat(request.getBodySize()).isZero();
        assertThat(request.getHeader("Content-Type")).isNull();
    }

    @Test
    void everyRequestHasTheTokenAndAcceptsJson() {
        apple.answer(USER);
        apple.client().users().get("u1").execute();

        RecordedRequest request = apple.taken();
        assertThat(request.getHeader("Authorization")).matches("Bearer [\\w-]+\\.[\\w-]+\\.[\\w-]+");
        assertThat(request.getHeaders().values("Accept")).containsExactly("application/json");
    }

    @Test
    void bodiesAreSentAsPlainJsonWithoutCharset() {
        apple.answer(201, """
                {"data": {"type": "bundleIds", "id": "b1"}}
                """);
        apple.client()
                .bundleIds()
                .create(b -> b.name("App").platform(BundleIdPlatform.IOS).identifier("com.example.app"))
                .execute();

        RecordedRequest request = apple.taken();
        assertThat(request.getRequestLine()).isEqualTo("POST /v1/bundleIds HTTP/1.1");
        assertThat(request.getHeaders().values("Content-Type")).containsExactly("application/json");
    }

    @Test
    void theUserAgentNamesLibraryAndJava() {
        apple.answer(USER);
        apple.client().users().get("u1").execute();

        assertThat(apple.taken().getHeader("User-Agent"))
                .isEqualTo("asc-java/dev (Java " + Runtime.version().feature() + ")");
    }

    @Test
    void theUserAgentBeginsWithTheProgramThatWasNamed() {
        apple.answer(USER);
        try (AppStoreConnect client =
                apple.builder().userAgent("release-bot/2.1").build()) {
            client.users().get("u1").execute();
        }

        assertThat(apple.taken().getHeader("User-Agent"))
                .isEqualTo("release-bot/2.1 asc-java/dev (Java "
                        + Runtime.version().feature() + ")");
    }

    @Test
    void anInvalidUserAgentIsRejectedWhenTheClientIsBuilt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> apple.builder().userAgent("bot\r\nX-Evil: 1").build());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12345 | 12345",
                "NLRN94JD59_GAME_CENTER_IOS | NLRN94JD59_GAME_CENTER_IOS",
                "Xcode12E507:stable | Xcode12E507:stable",
                "eyJzIjoiMSJ9+/== | eyJzIjoiMSJ9+%2F==",
                "a/b | a%2Fb",
                "../x | ..%2Fx",
                "a b?c#d%e | a%20b%3Fc%23d%25e",
                "%2e%2e | %252e%252e",
                "ü\"<> | %C3%BC%22%3C%3E"
            })
    void idsArePercentEncodedIntoOnePathSegment(String id, String segment) {
        apple.answer(USER);
        apple.client().users().get(id).execute();

        assertThat(apple.line()).isEqualTo("GET /v1/users/" + segment);
    }

    @ParameterizedTest
    @ValueSource(strings = {".", ".."})
    void anIdThatWouldLeadToAnotherPathIsRejected(String id) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> apple.client().users().get(id))
                .withMessage("@Path parameters shouldn't perform path traversal ('.' or '..'): " + id);
        assertThat(apple.requests()).isZero();
    }

    @Test
    void queriesAreOneParameterPerNameWithBracketsAndCommasEncoded() {
        apple.answer(USERS);
        apple.client()
                .users()
                .list(q -> q.filterRoles(UserRole.ADMIN, UserRole.of("NEW_ROLE"))
                        .filterUsername("a+b@example.com", "ü d&e=f")
                        .fields(UserField.USERNAME, UserField.ROLES, AppField.NAME)
                        .sort(ListUsers.Sort.LAST_NAME_DESC, ListUsers.Sort.USERNAME)
                        .include(UserInclude.VISIBLE_APPS)
                        .limit(UserInclude.VISIBLE_APPS, 50)
                        .limit(200))
                .execute();

        assertThat(apple.line())
                .isEqualTo("GET /v1/users?filter%5Broles%5D=ADMIN%2CNEW_ROLE"
                        + "&filter%5Busername%5D=a%2Bb%40example.com%2C%C3%BC%20d%26e%3Df"
                        + "&fields%5Bapps%5D=name"
                        + "&fields%5Busers%5D=username%2Croles"
                        + "&sort=-lastName%2Cusername"
                        + "&include=visibleApps"
                        + "&limit%5BvisibleApps%5D=50"
                        + "&limit=200");
    }

    @Test
    void parametersOfOnesOwnAreSentToo() {
        apple.answer(USER);
        apple.client().users().get("u1", q -> q.param("filter[new]", "x", "y")).execute();

        assertThat(apple.line()).isEqualTo("GET /v1/users/u1?filter%5Bnew%5D=x%2Cy");
    }

    @Test
    void booleanParametersAreWords() {
        apple.answer(USERS);
        apple.client()
                .alternativeDistributionKeys()
                .list(q -> q.existsApp(false))
                .execute();

        assertThat(apple.line()).isEqualTo("GET /v1/alternativeDistributionKeys?exists%5Bapp%5D=false");
    }

    @Test
    void relationshipsAreEditedWithBodiesAndOneOfThreeVerbs() {
        for (int i = 0; i < 3; i++) {
            apple.answer(new MockResponse().setResponseCode(204));
        }
        apple.client().users().addVisibleApps("u1", List.of("1", "2")).execute();
        apple.client().users().replaceVisibleApps("u1", List.of()).execute();
        apple.client().users().removeVisibleApps("u1", List.of("2")).execute();

        String path = " /v1/users/u1/relationships/visibleApps HTTP/1.1";
        RecordedRequest add = apple.taken();
        assertThat(add.getRequestLine()).isEqualTo("POST" + path);
        assertThat(add.getBody().readUtf8())
                .isEqualTo("{\"data\":[{\"type\":\"apps\",\"id\":\"1\"},{\"type\":\"apps\",\"id\":\"2\"}]}");
        RecordedRequest replace = apple.taken();
        assertThat(replace.getRequestLine()).isEqualTo("PATCH" + path);
        assertThat(replace.getBody().readUtf8()).isEqualTo("{\"data\":[]}");
        RecordedRequest remove = apple.taken();
        assertThat(remove.getRequestLine()).isEqualTo("DELETE" + path);
        assertThat(remove.getHeader("Content-Type")).isEqualTo("application/json");
        assertThat(remove.getBody().readUtf8()).isEqualTo("{\"data\":[{\"type\":\"apps\",\"id\":\"2\"}]}");
    }

    @Test
    void deletingAndReadingRelatedResourcesHaveTheirPaths() {
        apple.answer(new MockResponse().setResponseCode(204));
        apple.answer(new MockResponse().setResponseCode(204));
        apple.answer(USERS);
        apple.answer(USERS);
        apple.answer("{\"data\": null}");
        apple.client().users().delete("u1").execute();
        apple.client().bundleIds().delete("b1").execute();
        apple.client().users().listVisibleApps("u1").execute();
        apple.client().users().listVisibleAppIds("u1").execute();
        apple.client().bundleIds().getApp("b1").execute();

        assertThat(Stream.generate(apple::line).limit(5))
                .containsExactly(
                        "DELETE /v1/users/u1",
                        "DELETE /v1/bundleIds/b1",
                        "GET /v1/users/u1/visibleApps",
                        "GET /v1/users/u1/relationships/visibleApps",
                        "GET /v1/bundleIds/b1/app");
    }

    @Test
    void updatesHaveTheIdInPathAndBody() {
        apple.answer(USER);
        apple.client()
                .users()
                .update("u/1", UserUpdate.builder().allAppsVisible(true).build())
                .execute();

        RecordedRequest request = apple.taken();
        assertThat(request.getRequestLine()).isEqualTo("PATCH /v1/users/u%2F1 HTTP/1.1");
        assertThat(request.getBody().readUtf8())
                .isEqualTo("{\"data\":{\"type\":\"users\",\"id\":\"u/1\",\"attributes\":{\"allAppsVisible\":true}}}");
    }

    @Test
    void aUrlOfExactlyTheLongestLengthIsSent() {
        apple.answer(USERS);
        apple.client().bundleIds().list(queryForUrlOf(4096)).execute();

        assertThat(apple.taken().getPath()).hasSize(4096 - apple.url("").length() + 1);
    }

    @Test
    void aUrlThatApplesServiceFailsOnIsRejectedWithAdvice() {
        ListBundleIds query = queryForUrlOf(4097);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> apple.client().bundleIds().list(query))
                .withMessage(
                        "GET /v1/bundleIds: the URL has 4097 bytes. Apple responds to a URL over 4096 bytes with status"
                                + " 500; split the filter values over several calls.");
        assertThat(apple.requests()).isZero();
    }

    private ListBundleIds queryForUrlOf(int length) {
        int without = (apple.url("/v1/bundleIds") + "?filter%5Bidentifier%5D=").length();
        return new ListBundleIds().filterIdentifier("x".repeat(length - without));
    }
}
