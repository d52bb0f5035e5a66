package io.github.ascjava.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ascjava.auth.ApiKey;
import io.github.ascjava.client.call.ApiCall;
import io.github.ascjava.client.call.CallAttempt;
import io.github.ascjava.client.call.CallListener;
import io.github.ascjava.client.call.CallResult;
import io.github.ascjava.client.model.users.User;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The caller no longer wants the response. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CancellationTest {

    @RegisterExtension
    final RawServer server = new RawServer();

    private final Leaks leaks = new Leaks();
    private final OkHttpClient http = leaks.watch(new OkHttpClient());
    private final List<CallResult> told = new CopyOnWriteArrayList<>();

    @AfterEach
    void nothingIsLeftBehind() {
        leaks.check(false);
    }

    /** As seen by the server: the connection is closed. */
    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"STALL_BEFORE_ANY_BYTE", "STALL_WITHIN_THE_HEADERS", "STALL_WITHIN_THE_BODY"})
    void cancellingTheFutureClosesTheSocket(Fault stall) throws InterruptedException {
        server.treat(stall.treatment());
        CompletableFuture<User> future = get(builder().build()).executeAsync();
        server.awaitRequest();

        assertThat(future.cancel(true)).isTrue();

        assertThat(server.clientLeaves()).isTrue();
        assertThat(future).isCancelled();
        assertThat(Leaks.comes(() -> told.size() == 1)).isTrue();
        assertThat(told.get(0).isRetried()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("endings")
    void howeverTheFutureEndsEarlyTheSocketIsClosed(String name, Consumer<CompletableFuture<User>> ending)
            throws InterruptedException {
        server.treat(RawServer.Connection::stall);
        CompletableFuture<User> future = get(builder().build()).executeAsync();
        server.awaitRequest();

        ending.accept(future);

        assertThat(server.clientLeaves()).as(name).isTrue();
        assertThat(future).isDone();
    }

    static Stream<Arguments> endings() {
        return Stream.of(
                ending("cancel", future -> future.cancel(false)),
                ending("complete", future -> future.complete(null)),
                ending("fail", future -> future.completeExceptionally(new TimeoutException())),
                ending("orTimeout", future -> future.orTimeout(1, TimeUnit.MILLISECONDS)),
                ending("completeOnTimeout", future -> future.completeOnTimeout(null, 1, TimeUnit.MILLISECONDS)));
    }

    private static Arguments ending(String name, Consumer<CompletableFuture<User>> ending) {
        return Arguments.of(name, ending);
    }

    @Test
    void aBodyThatTricklesIsCutOff() throws InterruptedException {
        server.treat(connection -> {
            connection.write(RawServer.Treatment.head(200, Map.of(), 100_000));
            connection.trickle(" ".repeat(100_000).getBytes(StandardCharsets.UTF_8), 5);
        });
        CompletableFuture<User> future = get(builder().build()).executeAsync();
        server.awaitRequest();

        future.cancel(true);
        assertThat(server.clientLeaves()).isTrue();
    }

    @Test
    void aCallThatWaitsForItsTurnIsNeverSent() {
        server.treat(RawServer.Connection::stall);
        http.dispatcher().setMaxRequestsPerHost(1);
        AppStoreConnect asc = builder().build();
        CompletableFuture<User> first = get(asc).executeAsync();
        server.awaitRequest();
        CompletableFuture<User> second = get(asc).executeAsync();

        second.cancel(true);
        first.cancel(true);

        assertThat(second).isCancelled();
        assertThat(Leaks.comes(() -> told.size() == 2)).isTrue();
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void aWaitForAnotherAttemptEnds() {
        server.treat(RawServer.Treatment.answer(503, Map.of(), ""));
        CompletableFuture<Void> wait = new CompletableFuture<>();
        CompletableFuture<Void> begun = new CompletableFuture<>();
        AppStoreConnect asc = builder()
                .options(o -> o.sleeper(duration -> {
                    begun.complete(null);
                    return wait;
                }))
                .build();
        CompletableFuture<User> future = get(asc).executeAsync();
        begun.join();

        future.cancel(true);

        assertThat(Leaks.comes(wait::isCancelled)).isTrue();
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void aWaitForTheLimiterEnds() {
        CompletableFuture<Boolean> permit = new CompletableFuture<>();
        AppStoreConnect asc = builder()
                .options(o -> o.rateLimiter((ApiKey key, Duration longest) -> permit))
                .build();
        CompletableFuture<User> future = get(asc).executeAsync();

        future.cancel(true);

        assertThat(permit).isCancelled();
        assertThat(server.requests()).isEmpty();
        assertThat(told).isEmpty();
    }

    /** The response has arrived, and the listener is notified before the future completes. */
    @Test
    void aBodyThatComesTooLateForItsFutureIsClosed() {
        server.treat(RawServer.Treatment.answer(200, Map.of(), "x".repeat(1_000_000)));
        CompletableFuture<CompletableFuture<ResponseBody>> begun = new CompletableFuture<>();
        AppStoreConnect asc = AppStoreConnect.builder(TestKeys.team())
                .baseUrl(server.url())
                .httpClient(http)
                .options(o -> o.listener(new CallListener() {
                    @Override
                    public void onResponse(CallAttempt attempt, CallResult result) {
                        begun.join().cancel(true);
                    }
                }))
                .build();
        CompletableFuture<ResponseBody> future = asc.api(Streams.class).report().executeAsync();
        begun.complete(future);

        assertThat(Leaks.comes(future::isCancelled)).isTrue();
        // The check for leaks after the test shows that the body was closed.
    }

    @Test
    void aBodyThatWasHandedOverIsOutOfTheFuturesReach() throws Exception {
        server.treat(RawServer.Treatment.answer(200, Map.of(), "x".repeat(3_000_000)));
        CompletableFuture<ResponseBody> future =
                builder().build().api(Streams.class).report().executeAsync();

        try (ResponseBody body = future.join()) {
            assertThat(future.cancel(true)).isFalse();
            assertThat(body.bytes()).hasSize(3_000_000);
        }
    }

    private AppStoreConnect.Builder builder() {
        return AppStoreConnect.builder(TestKeys.team())
                .baseUrl(server.url())
                .httpClient(http)
                .options(o -> o.listener(new CallListener() {
                    @Override
                    public void onResponse(CallAttempt attempt, CallResult result) {
                        told.add(result);
                    }
                }));
    }

    private static ApiCall<User> get(AppStoreConnect asc) {
        return asc.users().get("u1");
    }
}
