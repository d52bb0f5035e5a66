package io.github.ascjava.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ascjava.client.call.ApiCall;
import io.github.ascjava.client.call.AscResponse;
import io.github.ascjava.client.call.RateLimit;
import io.github.ascjava.client.jsonapi.Page;
import io.github.ascjava.client.jsonapi.ResourceIdentifier;
import io.github.ascjava.client.model.apps.App;
import io.github.ascjava.client.model.users.User;
import java.time.Duration;
import java.util.Optional;
import okhttp3.mockwebserver.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ResponseTest {

    private static final String USER = """
            {"data": {"type": "users", "id": "u1", "attributes": {"firstName": "Ada"}}}
            """;

    @RegisterExtension
    final ApiServer apple = new ApiServer();

    @Test
    void responseHasTheHttpFactsBesideTheValue() {
        apple.answer(ApiServer.json(201, USER)
                .setHeader("X-Rate-Limit", "user-hour-lim:3600;user-hour-rem:3599;")
                .setHeader("X-Apple-Request-UUID", "abc")
                .setHeader("X-Other", "1"));
        AscResponse<User> response = apple.client().users().get("u1").executeWithResponse();

        assertThat(response.status()).isEqualTo(201);
        assertThat(response.headers().get("X-Other")).isEqualTo("1");
        assertThat(response.requestId()).isEqualTo("abc");
        assertThat(response.rateLimit()).isEqualTo(new RateLimit(3600, 3599, null, null));
        assertThat(response.value().firstName()).isEqualTo("Ada");
    }

    @Test
    void theRequestIdIsInOneOfThreeHeaders() {
        MockResponse correlation = ApiServer.json(200, USER)
                .setHeader("X-Request-Id", "third")
                .setHeader("X-Apple-Jingle-Correlation-Key", "second");
        apple.answer(correlation);
        apple.answer(ApiServer.json(200, USER).setHeader("X-Request-Id", "third"));
        apple.answer(USER);
        ApiCall<User> call = apple.client().users().get("u1");

        assertThat(call.executeWithResponse().requestId()).isEqualTo("second");
        assertThat(call.executeWithResponse().requestId()).isEqualTo("third");
        assertThat(call.executeWithResponse().requestId()).isNull();
    }

    @Test
    void aResponseWithoutABodyIsNull() {
        apple.answer(new MockResponse().setResponseCode(204));
        apple.answer(new MockResponse().setResponseCode(204));
        ApiCall<Void> call = apple.client().users().delete("u1");

        assertThat(call.execute()).isNull();
        AscResponse<Void> response = call.executeWithResponse();
        assertThat(response.status()).isEqualTo(204);
        assertThat(response.value()).isNull();
    }

    @Test
    void anUnexpectedBodyOfADeletionIsLetGo() {
        apple.answer(202, "accepted, and this is not JSON");

        assertThat(apple.client().users().delete("u1").execute()).isNull();
    }

    @Test
    void aResourceThatMayBeMissingIsOptional() {
        apple.answer("""
                {"data": null, "links": {"self": "https://example.com"}}
                """);
        apple.answer("""
                {"data": {"type": "apps", "id": "7", "attributes": {"name": "Demo"}}}
                """);
        ApiCall<Optional<App>> call = apple.client().bundleIds().getApp("b1");

        assertThat(call.execute()).isEmpty();
        assertThat(call.execute().map(App::name)).contains("Demo");
    }

    @Test
    void aListHasItsTotalsAndIncludedResources() {
        apple.answer("""
                {"data": [{"type": "apps", "id": "1"}, {"type": "apps", "id": "2"}],
                 "meta": {"paging": {"total": 9, "limit": 2}},
                 "links": {"self": "x", "next": "https://example.com/next"},
                 "included": [{"type": "builds", "id": "b"}]}
                """);
        Page<App> page = apple.client().apps().list().execute();

        assertThat(page.data()).extracting(App::id).containsExactly("1", "2");
        assertThat(page.total()).isEqualTo(9);
        assertThat(page.limit()).isEqualTo(2);
        assertThat(page.hasNext()).isTrue();
        assertThat(page.nextLink()).isEqualTo("https://example.com/next");
        assertThat(page.included().identifiers()).containsExactly(new ResourceIdentifier("builds", "b"));
    }

    @Test
    void aListOfIdsIsReadAsIdentifiers() {
        apple.answer("""
                {"data": [{"type": "apps", "id": "1"}, {"id": "2", "extra": [], "type": "apps"}]}
                """);

        assertThat(apple.client().users().listVisibleAppIds("u1").execute().data())
                .containsExactly(new ResourceIdentifier("apps", "1"), new ResourceIdentifier("apps", "2"));
    }

    @Test
    void theClientRemembersTheNewestWordOnTheRateLimit() {
        assertThat(apple.client().rateLimit()).isSameAs(RateLimit.UNKNOWN);
        apple.answer(ApiServer.json(200, USER).setHeader("X-Rate-Limit", "user-hour-lim:3600;user-hour-rem:12;"));
        apple.answer(USER);
        apple.answer(ApiServer.json(404, "").setHeader("X-Rate-Limit", "user-hour-lim:3600;user-hour-rem:10;"));
        ApiCall<User> call = apple.client().users().get("u1");

        call.execute();
        assertThat(apple.client().rateLimit().hourRemaining()).isEqualTo(12);
        call.execute();
        assertThat(apple.client().rateLimit().hourRemaining()).isEqualTo(12);
        assertThat(call.executeAsync()).failsWithin(Duration.ofSeconds(10));
        assertThat(apple.client().rateLimit().hourRemaining()).isEqualTo(10);
    }
}
