package io.github.ascjava.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.ascjava.client.call.PagedCall;
import io.github.ascjava.client.error.AscException;
import io.github.ascjava.client.error.InvalidResponseException;
import io.github.ascjava.client.jsonapi.Page;
import io.github.ascjava.client.model.apps.App;
import io.github.ascjava.client.model.apps.AppField;
import io.github.ascjava.client.model.users.User;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.Collectors;
import okhttp3.OkHttpClient;
import okhttp3.mockwebserver.MockWebServer;
import okhttp3.mockwebserver.RecordedRequest;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the link to the next page may lead, and how it is followed. */
@Timeout(30)
class NextLinkTest {

    @RegisterExtension
    final ApiServer apple = new ApiServer();

    @RegisterExtension
    final ApiServer stranger = new ApiServer();

    @Test
    void theLinkIsFollowedAsItIs() {
        String next = "/v1/users?filter%5Broles%5D=ADMIN%2CSALES&limit=1&include=visibleApps&cursor=Aw.VGkW1w%3D+x";
        apple.answer(page(apple.url(next), "1"));
        apple.answer(page(null, "2"));
        apple.client()
                .users()
                .list(q -> q.param("filter[roles]", "ADMIN", "SALES").limit(1))
                .toList();

        assertThat(apple.line()).isEqualTo("GET /v1/users?filter%5Broles%5D=ADMIN%2CSALES&limit=1");
        RecordedRequest second = apple.taken();
        assertThat(second.getPath()).isEqualTo(next);
        assertThat(second.getHeader("Authorization")).startsWith("Bearer ");
        assertThat(second.getHeader("Accept")).isEqualTo("application/json");
    }

    @Test
    void rawBracketsInTheLinkAreKept() {
        apple.answer(page(apple.url("/") + "v1/apps?filter[sku]=a&cursor=2", "1"));
        apple.answer(page(null, "2"));
        apple.client().apps().list().toList();

        apple.taken();
        assertThat(apple.line()).isEqualTo("GET /v1/apps?filter[sku]=a&cursor=2");
    }

    /** The links of price lists drop include and fields (docs/live-service.md#next-links-differ). */
    @Test
    void whatTheLinkLeavesOutIsAdded() {
        apple.answer(page("/v1/apps?cursor=2&limit=1", "1"));
        apple.answer(page("/v1/apps?cursor=3", "2"));
        apple.answer(page(null, "3"));
        apple.client()
                .apps()
                .list(q ->
                        q.fields(AppField.NAME, AppField.SKU).filterName("a b").limit(1))
                .toList();

        assertThat(apple.line()).isEqualTo("GET /v1/apps?fields%5Bapps%5D=name%2Csku&filter%5Bname%5D=a%20b&limit=1");
        assertThat(apple.line())
                .isEqualTo("GET /v1/apps?cursor=2&limit=1&fields%5Bapps%5D=name%2Csku&filter%5Bname%5D=a%20b");
        assertThat(apple.line())
                .isEqualTo("GET /v1/apps?cursor=3&limit=1&fields%5Bapps%5D=name%2Csku&filter%5Bname%5D=a%20b");
    }

    /** Apple rejects a repeated parameter (docs/live-service.md#next-links-differ). */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/apps?fields%5Bapps%5D=name&limit=1&cursor=2",
                "/v1/apps?fields[apps]=name&limit=1&cursor=2",
                "/v1/apps?fields%5Bapps%5D=sku&limit=7&cursor=2"
            })
    void whatTheLinkHasIsNotAddedAgain(String next) {
        apple.answer(page(next, "1"));
        apple.answer(page(null, "2"));
        apple.client().apps().list(q -> q.fields(AppField.NAME).limit(1)).toList();

        apple.taken();
        assertThat(apple.line()).isEqualTo("GET " + next);
    }

    /** The cursor of the page before leads back to it. */
    @Test
    void aCursorIsNeverAdded() {
        apple.answer(page("/v1/apps?page=2", "1"));
        apple.answer(page(null, "2"));
        apple.client().apps().list(q -> q.param("cursor", "x")).toList();

        apple.taken();
        assertThat(apple.line()).isEqualTo("GET /v1/apps?page=2");
    }

    @Test
    void aLinkOfExactlyTheLongestLengthIsFollowed() {
        String link = "/v1/apps?cursor=";
        apple.answer(page(link + "x".repeat(4096 - apple.url(link).length()), "1"));
        apple.answer(page(null, "2"));

        assertThat(apple.client().apps().list().toList()).extracting(App::id).containsExactly("1", "2");
    }

    @Test
    void aLinkThatIsTooLongForAppleIsRefused() {
        apple.answer(page("/v1/apps?cursor=" + "x".repeat(4096), "1"));

        assertThatExceptionOfType(InvalidResponseException.class)
                .isThrownBy(() -> apple.client().apps().list().toList())
                .withMessageMatching("GET /v1/apps: unusable response: its link to the next page has 41\\d\\d"
                        + " bytes, and Apple responds to a URL over 4096 bytes with status 500; use fewer"
                        + " filter values or fields\\.");
        assertThat(apple.requests()).isEqualTo(1);
    }

    /** JSON:API lets a link be an object. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"href\": \"/v1/apps?cursor=2\"}",
                "{\"href\": \"/v1/apps?cursor=2\", \"meta\": {\"count\": 1}}"
            })
    void aLinkMayBeAnObject(String next) {
        apple.answer(pageWithNext(next));
        apple.answer(page(null, "2"));

        assertThat(apple.client().apps().list().toList()).extracting(App::id).containsExactly("1", "2");
        apple.taken();
        assertThat(apple.line()).isEqualTo("GET /v1/apps?cursor=2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{\"href\": null}"})
    void aLinkThatIsNullIsNone(String next) {
        apple.answer(pageWithNext(next));

        assertThat(apple.client().apps().list().execute().hasNext()).isFalse();
    }

    /** Taken for no link, it would cut the list and nobody would know; the page before it is good all the same. */
    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "7", "true", "\"\"", "{\"href\": 7}", "[\"/v1/apps?cursor=2\"]"})
    void aLinkThatIsNoLinkIsNoEnd(String next) {
        apple.answer(pageWithNext(next));
        apple.answer(404, "");
        Iterator<App> apps = apple.client().apps().list().iterator();

        assertThat(apps.next().id()).isEqualTo("1");
        assertThatExceptionOfType(AscException.class).isThrownBy(apps::hasNext);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/apps?cursor=2", "?cursor=2", "apps?cursor=2"})
    void aRelativeLinkIsResolved(String next) {
        apple.answer(page(next, "1"));
        apple.answer(page(null, "2"));
        apple.client().apps().list().toList();

        apple.taken();
        assertThat(apple.line()).isEqualTo("GET /v1/apps?cursor=2");
    }

    /** The same server by another name, so that the request would arrive if it were sent. */
    @Test
    void aLinkToAnotherHostIsRefused() {
        String other = apple.url("/").replace("localhost", "127.0.0.1");
        assertThat(other).isNotEqualTo(apple.url("/"));
        apple.answer(page(other + "v1/apps?cursor=2", "1"));
        apple.answer(page(null, "2"));

        assertRefused(other + "...");
    }

    @Test
    void aLinkOutOfTheBaseUrlIsRefused() {
        AppStoreConnect gateway = apple.builder().baseUrl(apple.url("/gw/asc/")).build();
        apple.answer(page("/gw/asc/v1/apps?cursor=2", "1"));
        apple.answer(page("/other/v1/apps?cursor=3", "2"));

        assertThatExceptionOfType(InvalidResponseException.class)
                .isThrownBy(() -> gateway.apps().list().toList())
                .withMessageContaining("its link to the next page leads to " + apple.url("/")
                        + "..., while the list is on " + apple.url("/") + "... below /gw/asc/");
        assertThat(apple.requests()).isEqualTo(2);
    }

    @Test
    void aLinkToAnotherPortIsRefused() {
        stranger.answer(page(null, "2"));
        apple.answer(page(stranger.url("/v1/apps?cursor=2"), "1"));

        assertRefused(stranger.url("/") + "...");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mailto:a@example.com", "ftp://localhost/v1/apps", "http://"})
    void aLinkThatIsNoHttpUrlIsRefused(String next) {
        apple.answer(page(next, "1"));

        assertRefused("something that is not an HTTP URL");
    }

    @Test
    void aLinkThatLeavesHttpsIsRefused() throws IOException {
        HeldCertificate certificate = new HeldCertificate.Builder()
                .addSubjectAlternativeName("localhost")
                .build();
        HandshakeCertificates certificates = new HandshakeCertificates.Builder()
                .heldCertificate(certificate)
                .addTrustedCertificate(certificate.certificate())
                .build();
        try (MockWebServer secure = new MockWebServer()) {
            secure.useHttps(certificates.sslSocketFactory(), false);
            secure.start(InetAddress.getLoopbackAddress(), 0);
            OkHttpClient http = new OkHttpClient.Builder()
                    .sslSocketFactory(certificates.sslSocketFactory(), certificates.trustManager())
                    .build();
            PagedCall<App> call = AppStoreConnect.builder(TestKeys.team())
                    .baseUrl("https://localhost:" + secure.getPort() + "/")
                    .httpClient(http)
                    .build()
                    .apps()
                    .list();
            secure.enqueue(
                    ApiServer.json(200, page("http://localhost:" + secure.getPort() + "/v1/apps?cursor=2", "1")));
            Page<App> first = call.execute();

            assertThatExceptionOfType(InvalidResponseException.class)
                    .isThrownBy(() -> call.nextPage(first))
                    .withMessageContaining(
                            "leads to http://localhost:" + secure.getPort() + "/..., while the list is on https://");
            assertThat(secure.getRequestCount()).isEqualTo(1);
        }
    }

    @Test
    void thePageBeforeARefusedLinkIsHandedOutWhole() {
        apple.answer(page(stranger.url("/v1/apps"), "1", "2"));
        Iterator<App> apps = apple.client().apps().list().iterator();

        assertThat(apps.next().id()).isEqualTo("1");
        assertThat(apps.next().id()).isEqualTo("2");
        assertThatExceptionOfType(InvalidResponseException.class).isThrownBy(apps::hasNext);
    }

    @Test
    void aRefusedLinkAlsoFailsByHand() {
        apple.answer(page(stranger.url("/v1/apps"), "1"));
        PagedCall<App> call = apple.client().apps().list();
        Page<App> page = call.execute();

        assertThatExceptionOfType(InvalidResponseException.class).isThrownBy(() -> call.nextPage(page));
        assertThat(stranger.requests()).isZero();
    }

    @Test
    void aLinkToTheSamePageIsALoop() {
        apple.answer(page("/v1/apps", "1"));
        Iterator<Page<App>> pages = apple.client().apps().list().pages().iterator();

        assertThat(pages.next().data()).hasSize(1);
        assertThatExceptionOfType(InvalidResponseException.class)
                .isThrownBy(pages::next)
                .withMessage("GET /v1/apps: unusable response: its link to the next page leads back to a page"
                        + " seen before.");
        assertThat(apple.requests()).isEqualTo(1);
    }

    @Test
    void aLinkToAnEarlierPageIsALoop() {
        apple.answer(page("/v1/users?cursor=2", "1"));
        apple.answer(page("/v1/users?cursor=3", "2"));
        apple.answer(page("/v1/users?cursor=2", "3"));
        Iterator<User> users = apple.client().users().list().iterator();
        users.next();
        users.next();
        users.next();

        assertThatExceptionOfType(InvalidResponseException.class).isThrownBy(users::hasNext);
        assertThat(apple.requests()).isEqualTo(3);
    }

    private void assertRefused(String where) {
        assertThatExceptionOfType(InvalidResponseException.class)
                .isThrownBy(() -> apple.client().apps().list().toList())
                .withMessage("GET /v1/apps: unusable response: its link to the next page leads to " + where
                        + ", while the list is on " + apple.url("/") + "....");
        assertThat(apple.requests()).isEqualTo(1);
        assertThat(stranger.requests()).isZero();
    }

    private static String pageWithNext(String next) {
        return "{\"data\": [{\"type\": \"apps\", \"id\": \"1\"}], \"links\": {\"next\": " + next + "}}";
    }

    static String page(@Nullable String next, String... ids) {
        String data = Arrays.stream(ids)
                .map(id -> "{\"type\": \"apps\", \"id\": \"" + id + "\"}")
                .collect(Collectors.joining(","));
        String link = next == null ? "" : ", \"next\": \"" + next + "\"";
        return "{\"data\": [" + data + "], \"links\": {\"self\": \"x\"" + link + "}}";
    }
}
