package io.github.ascjava.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ascjava.client.call.ApiCall;
import io.github.ascjava.client.call.AscResponse;
import io.github.ascjava.client.call.PagedCall;
import io.github.ascjava.client.error.ApiKeyUsageException;
import io.github.ascjava.client.error.ConnectionException;
import io.github.ascjava.client.error.InvalidResponseException;
import io.github.ascjava.client.error.NotFoundException;
import io.github.ascjava.client.jsonapi.Page;
import io.github.ascjava.client.jsonapi.Resource;
import io.github.ascjava.client.model.apps.App;
import io.github.ascjava.client.model.users.User;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.SocketPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import retrofit2.http.GET;

// On a separate thread, because waiting for a future that never completes cannot be interrupted.
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AsyncCallTest {

    private static final String USER = """
            {"data": {"type": "users", "id": "u1", "attributes": {"firstName": "Ada"}}}
            """;

    @RegisterExtension
    final ApiServer apple = new ApiServer();

    @Test
    void aFutureCompletesWithTheValue() {
        apple.answer(USER);

        assertThat(apple.client().users().get("u1").executeAsync().join().firstName())
                .isEqualTo("Ada");
    }

    @Test
    void aFutureCompletesWithTheWholeResponseOnRequest() {
        apple.answer(201, USER);

        AscResponse<User> response =
                apple.client().users().get("u1").executeWithResponseAsync().join();
        assertThat(response.status()).isEqualTo(201);
        assertThat(response.value().firstName()).isEqualTo("Ada");
    }

    @Test
    void aFutureOfAResponseWithoutABodyCompletesWithNull() {
        apple.answer(new MockResponse().setResponseCode(204));

        assertThat(apple.client().users().delete("u1").executeAsync().join()).isNull();
    }

    @Test
    void listsAreAsynchronousPageByPage() {
        apple.answer("""
                {"data": [{"type": "apps", "id": "1"}], "links": {"next": "/v1/apps?cursor=2"}}
                """);
        apple.answer("""
                {"data": [{"type": "apps", "id": "2"}]}
                """);
        PagedCall<App> call = apple.client().apps().list();

        Page<App> second = call.executeAsync()
                .thenCompose(first -> call.nextPage(first).orElseThrow().executeWithResponseAsync())
                .join()
                .value();
        assertThat(second.data()).extracting(App::id).containsExactly("2");
    }

    @Test
    void aFutureFailsWithWhatExecuteWouldThrow() {
        apple.answer(404, """
                {"errors": [{"code": "NOT_FOUND"}]}
                """);
        apple.answer("no JSON");
        apple.answer(ApiServer.json(200, USER).setSocketPolicy(SocketPolicy.DISCONNECT_DURING_RESPONSE_BODY));
        ApiCall<User> call = apple.client().users().get("u1");

        assertFailure(call.executeAsync(), NotFoundException.class);
        assertFailure(call.executeAsync(), InvalidResponseException.class);
        assertFailure(call.executeWithResponseAsync(), ConnectionException.class);
    }

    @Test
    void aFutureFailsIfTheKeyMayNotMakeTheCall() {
        try (AppStoreConnect client = AppStoreConnect.builder(TestKeys.individual())
                .baseUrl(apple.url("/"))
                .build()) {
            assertFailure(client.bundleIds().list().executeAsync(), ApiKeyUsageException.class);
        }
        assertThat(apple.requests()).isZero();
    }

    @Test
    void aFutureFailsIfReadingTheResponseThrowsAnythingElse() {
        apple.answer("{\"data\": {\"type\": \"users\", \"id\": \"u1\"}}");

        CompletableFuture<NoRecord> future =
                apple.client().api(Broken.class).get().executeAsync();

        assertThatThrownBy(future::join)
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not a record, so it cannot be read from JSON.");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void cancellingTheFutureCancelsTheHttpCall(boolean whole) throws InterruptedException {
        apple.answer(new MockResponse().setSocketPolicy(SocketPolicy.NO_RESPONSE));
        CountDownLatch failed = new CountDownLatch(1);
        OkHttpClient http = new OkHttpClient.Builder()
                .eventListener(new EventListener() {
                    @Override
                    public void callFailed(Call call, IOException e) {
                        if (call.isCanceled()) {
                            failed.countDown();
                        }
                    }
                })
                .build();
        ApiCall<User> call = apple.builder().httpClient(http).build().users().get("u1");
        CompletableFuture<?> future = whole ? call.executeWithResponseAsync() : call.executeAsync();
        apple.taken();

        assertThat(future.cancel(true)).isTrue();

        assertThat(failed.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(future).isCancelled();
        assertThat(http.dispatcher().runningCallsCount()).isLessThanOrEqualTo(1);
    }

    /** The future must never complete with the failure of the cancelled call. */
    @Test
    void aCancelledFutureIsAlwaysCancelledAndNotFailed() {
        for (int i = 0; i < 50; i++) {
            apple.answer(new MockResponse().setSocketPolicy(SocketPolicy.NO_RESPONSE));
            CompletableFuture<User> future = apple.client().users().get("u1").executeAsync();
            apple.taken();

            assertThat(future.cancel(true)).isTrue();
            assertThat(future).isCancelled();
        }
    }

    @Test
    void cancellingACompletedFutureChangesNothing() {
        apple.answer(USER);
        CompletableFuture<User> future = apple.client().users().get("u1").executeAsync();
        User user = future.join();

        assertThat(future.cancel(true)).isFalse();
        assertThat(future.join()).isSameAs(user);
    }

    @Test
    void anAsynchronousCallOfAClosedClientFails() {
        AppStoreConnect asc =
                AppStoreConnect.builder(TestKeys.team()).baseUrl(apple.url("/")).build();
        asc.close();

        assertThatThrownBy(asc.users().get("u1").executeAsync()::join)
                .hasCauseInstanceOf(ConnectionException.class)
                .cause()
                .hasMessage("GET /v1/users/{id}: no complete response: the client is closed, or its dispatcher no"
                        + " longer accepts calls.");
    }

    private static void assertFailure(CompletableFuture<?> future, Class<? extends Throwable> type) {
        assertThatThrownBy(future::join).isInstanceOf(CompletionException.class).hasCauseInstanceOf(type);
    }

    /** An interface with a method whose response has no converter. */
    public interface Broken {
        @GET("v1/users/u1")
        ApiCall<NoRecord> get();
    }

    /** A resource that is not a record. */
    public abstract static class NoRecord implements Resource {}
}
