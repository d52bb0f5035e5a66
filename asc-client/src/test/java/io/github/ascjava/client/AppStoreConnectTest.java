package io.github.ascjava.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.ascjava.client.api.apps.AppsApi;
import io.github.ascjava.client.call.ApiCall;
import io.github.ascjava.client.call.AscResponse;
import io.github.ascjava.client.call.ClientOptions;
import io.github.ascjava.client.error.ApiException;
import io.github.ascjava.client.error.ConnectionException;
import io.github.ascjava.client.error.UnauthorizedException;
import io.github.ascjava.client.jsonapi.UpdateRequest;
import io.github.ascjava.client.model.apps.App;
import io.github.ascjava.client.model.users.User;
import io.github.ascjava.client.model.users.UserUpdate;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.RecordedRequest;
import okio.AsyncTimeout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import retrofit2.http.GET;
import retrofit2.http.Path;

/** The entry class: what it consists of, and what it shares. */
class AppStoreConnectTest {

    private static final String APP = """
            {"data": {"type": "apps", "id": "7", "attributes": {"name": "Demo"}}}
            """;

    @RegisterExtension
    final ApiServer apple = new ApiServer();

    @RegisterExtension
    final ApiServer stranger = new ApiServer();

    @Test
    void withoutAnythingSetItTalksToApple() {
        try (AppStoreConnect asc = AppStoreConnect.create(TestKeys.team())) {
            assertThat(asc.retrofit().baseUrl()).hasToString("https://api.appstoreconnect.apple.com/");
            assertThat(asc.auth().key().keyId()).isEqualTo("2X9R4HXF34");
            assertThat(asc.httpClient().readTimeoutMillis()).isEqualTo(60_000);
            assertThat(asc.httpClient().callTimeoutMillis()).isZero();
        }
    }

    @Test
    void aClientReturnsItsOptions() {
        ClientOptions options = ClientOptions.builder().maxPages(3).build();
        try (AppStoreConnect asc = AppStoreConnect.builder(TestKeys.team())
                .options(options)
                .options(o -> o.maxResponseBytes(10))
                .build()) {
            assertThat(asc.options().maxPages()).isEqualTo(3);
            assertThat(asc.options().maxResponseBytes()).isEqualTo(10);
        }
    }

    /** Otherwise the task that checks whether the waiting thread was interrupted could run forever. */
    @Test
    void nothingHoldsACallThatHasEnded() {
        List<WeakReference<Call>> calls = new CopyOnWriteArrayList<>();
        OkHttpClient http = apple.watch(new OkHttpClient.Builder()
                .eventListener(new EventListener() {
                    @Override
                    public void callStart(Call call) {
                        calls.add(new WeakReference<>(call));
                    }
                })
                .build());
        apple.answer(APP);

        apple.builder().httpClient(http).build().apps().get("7").execute();
        assertThat(Leaks.comes(() -> {
                    wakeWatchdog();
                    System.gc();
                    return calls.size() == 1 && calls.get(0).get() == null;
                }))
                .isTrue();
    }

    /**
     * Lets Okio's watchdog pick another timeout: it sleeps until the nearest one, which may belong to a call that has
     * already ended, and wakes up only for an even nearer one.
     */
    private static void wakeWatchdog() {
        AsyncTimeout nearer = new AsyncTimeout();
        nearer.timeout(1, TimeUnit.MILLISECONDS);
        nearer.enter();
        nearer.exit();
    }

    @Test
    void anApiIsImplementedOnce() {
        assertThat(apple.client().apps()).isSameAs(apple.client().api(AppsApi.class));
        assertThat(apple.client().users()).isSameAs(apple.client().users());
    }

    @Test
    void anApiIsImplementedOnceForAllThreads() throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(8);
        try {
            Callable<Mine> first = () -> apple.client().api(Mine.class);
            for (Future<Mine> future : executor.invokeAll(Collections.nCopies(32, first))) {
                assertThat(future.get()).isSameAs(apple.client().api(Mine.class));
            }
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void anInterfaceOfOnesOwnWorks() {
        apple.answer(APP);

        assertThat(apple.client().api(Mine.class).read("7").execute().name()).isEqualTo("Demo");
        assertThat(apple.line()).isEqualTo("GET /v9/mine/7");
    }

    @Test
    void onlyInterfacesAreAccepted() {
        assertThatIllegalArgumentException().isThrownBy(() -> apple.client().api(String.class));
    }

    @Test
    void aBaseUrlThatWouldCarryTokensInClearTextIsRejected() {
        AppStoreConnect.Builder builder = AppStoreConnect.builder(TestKeys.team());

        assertThatIllegalArgumentException().isThrownBy(() -> builder.baseUrl("http://example.com/"));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.baseUrl("https://example.com/x"));
    }

    @Test
    void aBaseUrlMayHaveAPath() {
        apple.answer(APP);
        try (AppStoreConnect asc = AppStoreConnect.builder(TestKeys.team())
                .baseUrl(apple.url("/gateway/asc/"))
                .build()) {
            asc.apps().get("7").execute();
        }

        assertThat(apple.line()).isEqualTo("GET /gateway/asc/v1/apps/7");
    }

    @Test
    void aSharedClientKeepsItsPoolAndDispatcherAndItsInterceptorsSeeNoToken() {
        List<String> seen = new CopyOnWriteArrayList<>();
        Interceptor spy = chain -> {
            Response response = chain.proceed(chain.request());
            seen.add("sent " + chain.request().header("Authorization"));
            seen.add("answered " + response.request().header("Authorization"));
            return response;
        };
        OkHttpClient shared = new OkHttpClient.Builder().addInterceptor(spy).build();
        apple.answer(APP);
        AppStoreConnect asc = apple.builder().httpClient(shared).build();
        asc.apps().get("7").execute();

        assertThat(seen).containsExactly("sent null", "answered null");
        assertThat(apple.taken().getHeader("Authorization")).startsWith("Bearer ");
        assertThat(asc.httpClient().connectionPool()).isSameAs(shared.connectionPool());
        assertThat(asc.httpClient().dispatcher()).isSameAs(shared.dispatcher());
        assertThat(asc.httpClient().readTimeoutMillis()).isEqualTo(shared.readTimeoutMillis());
        assertThat(shared.interceptors()).hasSize(1);
    }

    @Test
    void closingLeavesASharedClientAlone() {
        OkHttpClient shared = new OkHttpClient();
        apple.answer(APP);
        apple.builder().httpClient(shared).build().close();

        assertThat(shared.dispatcher().executorService().isShutdown()).isFalse();
        AppStoreConnect asc = apple.builder().httpClient(shared).build();
        assertThat(asc.apps().get("7").executeAsync().join().id()).isEqualTo("7");
    }

    @Test
    void closingEndsAClientOfItsOwn() {
        AppStoreConnect asc =
                AppStoreConnect.builder(TestKeys.team()).baseUrl(apple.url("/")).build();
        apple.answer(APP);
        asc.apps().get("7").execute();
        asc.close();

        assertThat(asc.httpClient().dispatcher().executorService().isShutdown()).isTrue();
        assertThat(asc.httpClient().connectionPool().connectionCount()).isZero();
    }

    @Test
    void aRedirectToAnotherHostGetsNoToken() {
        apple.answer(new MockResponse().setResponseCode(302).setHeader("Location", stranger.url("/elsewhere")));
        stranger.answer(APP);
        apple.client().apps().get("7").execute();

        assertThat(stranger.taken().getHeader("Authorization")).isNull();
    }

    /** The body of a write is meant for the requested host; a redirect of it is returned as a response. */
    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aWriteFollowsNoRedirectToAnotherHost(int status) {
        for (Way way : Way.values()) {
            apple.answer(new MockResponse().setResponseCode(status).setHeader("Location", stranger.url("/elsewhere")));
            ApiCall<User> update = apple.client()
                    .users()
                    .update("u1", UserUpdate.builder().allAppsVisible(true).build());

            assertThatExceptionOfType(ApiException.class)
                    .isThrownBy(() -> way.run(update))
                    .satisfies(e -> assertThat(e.status()).isEqualTo(status));
        }
        assertThat(apple.requests()).isEqualTo(2);
        assertThat(stranger.requests()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aWriteFollowsNoRedirectOutOfTheBaseUrl(int status) {
        AppStoreConnect gateway = apple.builder().baseUrl(apple.url("/gw/asc/")).build();
        apple.answer(new MockResponse().setResponseCode(status).setHeader("Location", "/other/steal"));

        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> gateway.users().delete("u1").execute())
                .satisfies(e -> assertThat(e.status()).isEqualTo(status));
        assertThat(apple.requests()).isEqualTo(1);
    }

    @Test
    void aReadFollowsARedirectOutOfTheBaseUrlWithoutTheToken() {
        AppStoreConnect gateway = apple.builder().baseUrl(apple.url("/gw/asc/")).build();
        apple.answer(new MockResponse().setResponseCode(302).setHeader("Location", "/other/steal"));
        apple.answer(APP);

        gateway.apps().get("7").execute();

        assertThat(apple.taken().getHeader("Authorization")).startsWith("Bearer ");
        assertThat(apple.taken().getHeader("Authorization")).isNull();
    }

    @Test
    void aWriteFollowsARedirectOnItsHost() {
        apple.answer(new MockResponse().setResponseCode(308).setHeader("Location", "/v2/users/u1"));
        apple.answer("{\"data\": {\"type\": \"users\", \"id\": \"u1\"}}");
        apple.client()
                .users()
                .update("u1", UserUpdate.builder().allAppsVisible(true).build())
                .execute();

        apple.taken();
        RecordedRequest second = apple.taken();
        assertThat(second.getRequestLine()).isEqualTo("PATCH /v2/users/u1 HTTP/1.1");
        assertThat(second.getHeader("Authorization")).startsWith("Bearer ");
        assertThat(second.getBody().readUtf8()).contains("allAppsVisible");
    }

    @Test
    void aRedirectThatGoesRoundInCirclesEnds() {
        for (int i = 0; i < 30; i++) {
            apple.answer(new MockResponse().setResponseCode(302).setHeader("Location", "/v1/apps/7"));
        }

        assertThatExceptionOfType(ConnectionException.class)
                .isThrownBy(() -> apple.client().apps().get("7").execute())
                .withMessageContaining("Too many follow-up requests");
    }

    @Test
    void routesGiveOtherKeysToSomePaths() {
        apple.answer(403, "{\"errors\": [{\"detail\": \"The API key in use does not allow this request\"}]}");
        try (AppStoreConnect asc = apple.builder()
                .auth(auth -> auth.keyForPath("/v1/users", TestKeys.individual()))
                .build()) {
            assertThat(asc.users()
                            .get("u1")
                            .executeAsync()
                            .handle((user, e) -> e)
                            .join())
                    .hasMessageContaining("An individual key has the roles of the user who made it");
        }
    }

    @Test
    void oneClientServesManyThreads() throws Exception {
        int calls = 40;
        for (int i = 0; i < calls; i++) {
            apple.answer(APP);
        }
        ExecutorService executor = Executors.newFixedThreadPool(8);
        try {
            ApiCall<App> call = apple.client().apps().get("7");
            List<Future<App>> futures = executor.invokeAll(Collections.nCopies(calls, call::execute));
            List<String> names = new ArrayList<>();
            for (Future<App> future : futures) {
                names.add(future.get().name());
            }
            assertThat(names).hasSize(calls).containsOnly("Demo");
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void nothingShowsTokensOrTheValuesOfBodies() {
        apple.answer(401, "");
        apple.answer(401, "");
        apple.answer(
                "{\"data\": {\"type\": \"users\", \"id\": \"u1\", \"attributes\": {\"new\": \"hidden\"},"
                        + " \"relationships\": {\"newRelation\": {\"links\": {\"self\": \"hidden\"}}}, \"newMember\": \"hidden\"}}");
        AppStoreConnect asc = apple.client();
        ApiCall<User> call = asc.users().get("u1");
        Throwable e = call.executeWithResponseAsync()
                .handle((response, error) -> error)
                .join();
        AscResponse<User> response = call.executeWithResponse();
        String token = String.valueOf(apple.taken().getHeader("Authorization"));

        assertThat(asc)
                .hasToString("AppStoreConnect[AppStoreConnectAuth[TeamKey[2X9R4HXF34] for " + apple.url("/") + "...]]");
        assertThat(call).hasToString("ApiCall[GET /v1/users/{id}]");
        assertThat(asc.users().list(q -> q.filterUsername("hidden"))).hasToString("PagedCall[GET /v1/users]");
        assertThat(response).hasToString("AscResponse[200]");
        assertThat(response.value().unknownFields())
                .hasToString("UnknownFields[attributes=[new], relationships=[newRelation], members=[newMember]]");
        assertThat(response.value().toString()).doesNotContain("hidden");
        assertThat(e).isInstanceOf(UnauthorizedException.class);
        assertThat(token).startsWith("Bearer ");
        for (Throwable t = e; t != null; t = t.getCause()) {
            assertThat(t.toString()).doesNotContain(token.substring(7));
        }
    }

    @Test
    void bodiesShowTheNamesOfWhatTheyHoldAndNotTheValues() {
        UserUpdate update = UserUpdate.builder()
                .attribute("secret", "hidden")
                .visibleApps(List.of("7"))
                .build();

        assertThat(update).hasToString("UserUpdate[attributes=[secret], relationships=[visibleApps]]");
        assertThat(new UpdateRequest<>("u1", update).toString()).doesNotContain("hidden");
    }

    /** An operation that the library does not have. */
    public interface Mine {
        @GET("v9/mine/{id}")
        ApiCall<App> read(@Path("id") String id);
    }
}
