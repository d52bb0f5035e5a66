package io.github.ascjava.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.ascjava.client.error.ConnectionException;
import io.github.ascjava.client.model.users.User;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.mockwebserver.Dispatcher;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.RecordedRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Calls that share one connection. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class Http2Test {

    private static final List<Protocol> HTTP_2 = List.of(Protocol.H2_PRIOR_KNOWLEDGE);

    @RegisterExtension
    final ApiServer apple = new ApiServer();

    private final OkHttpClient http =
            apple.watch(new OkHttpClient.Builder().protocols(HTTP_2).build());
    private final AppStoreConnect asc = apple.builder()
            .httpClient(http)
            .options(o -> o.sleeper(new FakeClock()))
            .build();

    @BeforeEach
    void speakHttp2() {
        apple.server().setProtocols(HTTP_2);
    }

    /** Two of three calls end early, each in its own way, and the third is not affected. */
    @Test
    void aCallThatEndsEarlyLeavesTheOthersOnItsConnectionAlone() throws Exception {
        CompletableFuture<Void> release = new CompletableFuture<>();
        apple.server().setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                if ("/v1/users/first".equals(request.getPath())) {
                    return ApiServer.json(200, Fault.Body.USER);
                }
                if ("/v1/users/good".equals(request.getPath())) {
                    release.join();
                    return ApiServer.json(200, Fault.Body.USER);
                }
                return ApiServer.json(200, Fault.Body.USER).setHeadersDelay(1, TimeUnit.MINUTES);
            }
        });
        // Opens the connection: calls that begin at once may each open one.
        asc.users().get("first").execute();
        CompletableFuture<User> good = asc.users().get("good").executeAsync();
        CompletableFuture<User> cancelled = asc.users().get("cancelled").executeAsync();
        Thread interrupted = new Thread(() -> asc.users().get("interrupted").execute());
        interrupted.setUncaughtExceptionHandler((thread, e) -> assertThat(e).isInstanceOf(ConnectionException.class));
        interrupted.start();
        assertThat(Leaks.comes(() -> apple.requests() == 4)).isTrue();

        cancelled.cancel(true);
        interrupted.interrupt();
        interrupted.join();
        assertThatExceptionOfType(ConnectionException.class)
                .isThrownBy(() -> asc.users()
                        .get("slow")
                        .withTimeout(Duration.ofMillis(300))
                        .execute())
                .withMessage(
                        "GET /v1/users/{id}: no complete response: the call took longer than its timeout of 0.3 s.");
        release.complete(null);

        assertThat(good.join().id()).isEqualTo("u1");
        assertThat(http.connectionPool().connectionCount()).isEqualTo(1);
    }
}
