package io.github.ascjava.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.ascjava.auth.ApiKey;
import io.github.ascjava.client.call.Sleeper;
import io.github.ascjava.client.error.ConnectionException;
import io.github.ascjava.client.jsonapi.Page;
import io.github.ascjava.client.model.apps.App;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A thread that waits for a response is interrupted. */
@Timeout(60)
class InterruptTest {

    private static final String INTERRUPTED = "GET /v1/users/{id}: no complete response: the thread was interrupted.";

    @RegisterExtension
    final RawServer server = new RawServer();

    private final Leaks leaks = new Leaks();
    private final OkHttpClient http = leaks.watch(new OkHttpClient());
    private final AtomicBoolean keptItsFlag = new AtomicBoolean();

    @AfterEach
    void nothingIsLeftBehind() {
        leaks.check(false);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"STALL_BEFORE_ANY_BYTE", "STALL_WITHIN_THE_HEADERS", "STALL_WITHIN_THE_BODY"})
    void aThreadThatASocketBlocksIsFreed(Fault stall) throws Exception {
        server.treat(stall.treatment());
        AppStoreConnect asc = builder(server.url()).build();

        Throwable e = interruptedAfter(
                thread -> server.awaitRequest(), () -> asc.users().get("u1").execute());

        assertInterrupted(e, INTERRUPTED);
        assertThat(server.clientLeaves()).isTrue();
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void aThreadThatReadsATrickleIsFreed() throws Exception {
        byte[] body = new byte[100_000];
        Arrays.fill(body, (byte) ' ');
        server.treat(connection -> {
            connection.write(RawServer.Treatment.head(200, Map.of(), body.length));
            connection.trickle(body, 5);
        });
        AppStoreConnect asc = builder(server.url()).build();

        Throwable e = interruptedAfter(
                thread -> server.awaitRequest(), () -> asc.users().get("u1").execute());

        assertInterrupted(e, INTERRUPTED);
        assertThat(server.clientLeaves()).isTrue();
    }

    /** OkHttp lets an InterruptedException escape from this wait, which no signature declares. */
    @Test
    void aThreadThatWaitsForAConnectionIsFreed() throws Exception {
        try (FullBacklog nowhere = new FullBacklog()) {
            AppStoreConnect asc = builder(nowhere.url()).build();

            Throwable e = interruptedAfter(
                    thread -> awaitStack(thread, "ExchangeFinder"),
                    () -> asc.users().get("u1").execute());

            assertInterrupted(e, INTERRUPTED);
        }
    }

    @Test
    void aThreadWithinATlsHandshakeIsFreed() throws Exception {
        AppStoreConnect asc = builder(server.url().replace("http:", "https:")).build();

        Throwable e = interruptedAfter(
                thread -> awaitStack(thread, "startHandshake"),
                () -> asc.users().get("u1").execute());

        assertInterrupted(e, INTERRUPTED);
    }

    @Test
    void aThreadThatWaitsForAnotherAttemptIsFreed() throws Exception {
        server.treat(RawServer.Treatment.answer(429, Map.of("Retry-After", "60"), ""));
        AppStoreConnect asc = builder(server.url()).build();

        Throwable e = interruptedAfter(
                thread -> awaitStack(thread, "Futures"),
                () -> asc.users().get("u1").execute());

        assertInterrupted(e, INTERRUPTED);
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void aThreadThatWaitsForTheLimiterIsFreedAndThePermitCancelled() throws Exception {
        CompletableFuture<Boolean> permit = new CompletableFuture<>();
        AppStoreConnect asc = builder(server.url())
                .options(o -> o.rateLimiter((ApiKey key, Duration longest) -> permit))
                .build();

        Throwable e = interruptedAfter(
                thread -> awaitStack(thread, "Futures"),
                () -> asc.users().get("u1").execute());

        assertInterrupted(e, INTERRUPTED);
        assertThat(e).extracting("attempts").isEqualTo(0);
        assertThat(permit).isCancelled();
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void aThreadThatWaitsForAPageReadAheadIsFreedAndCanGoOnLater() throws Exception {
        RawServer.Treatment second = RawServer.Treatment.answer(200, Fault.Body.JSON, NextLinkTest.page(null, "2"));
        server.treat(
                RawServer.Treatment.answer(200, Fault.Body.JSON, NextLinkTest.page("/v1/apps?cursor=2", "1")),
                RawServer.Connection::stall,
                second);
        Iterator<Page<App>> pages = builder(server.url())
                .build()
                .apps()
                .list()
                .withPrefetch()
                .pages()
                .iterator();
        pages.next();

        Throwable e = interruptedAfter(thread -> awaitStack(thread, "Futures"), pages::next);

        assertInterrupted(e, "GET /v1/apps: no complete response: the thread was interrupted.");
        assertThat(server.clientLeaves()).isTrue();
        assertThat(pages.next().data()).extracting(App::id).containsExactly("2");
    }

    @Test
    void aThreadThatIsInterruptedAlreadySendsNothingTwice() throws Exception {
        server.treat(RawServer.Treatment.answer(503, Map.of(), ""));
        AppStoreConnect asc = builder(server.url()).build();
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

        Thread thread = new Thread(() -> {
            Thread.currentThread().interrupt();
            failure.set(catchThrowable(() -> asc.users().get("u1").execute()));
            keptItsFlag.set(Thread.currentThread().isInterrupted());
        });
        thread.start();
        thread.join();

        assertInterrupted(failure.get(), INTERRUPTED);
        assertThat(server.requests()).hasSizeLessThan(2);
    }

    /** One watch serves all calls of a client: the first call of this test starts it, and it has stopped before the second. */
    @Test
    void aThreadIsFreedAfterTheClientWasIdle() throws Exception {
        server.treat(
                RawServer.Treatment.answer(200, Fault.Body.JSON, Fault.Body.USER),
                Fault.STALL_BEFORE_ANY_BYTE.treatment());
        AppStoreConnect asc = builder(server.url()).build();
        asc.users().get("u1").execute();
        Sleeper.SYSTEM.sleep(Duration.ofMillis(250)).join();

        Throwable e = interruptedAfter(
                this::awaitSecondRequest, () -> asc.users().get("u1").execute());

        assertInterrupted(e, INTERRUPTED);
    }

    @Test
    void aThreadIsNotFreedByTheInterruptOfAnother() throws Exception {
        CompletableFuture<Void> otherIsOver = new CompletableFuture<>();
        RawServer.Treatment slow = connection -> {
            otherIsOver.join();
            byte[] body = Fault.Body.USER.getBytes(java.nio.charset.StandardCharsets.UTF_8);
            connection.write(RawServer.Treatment.head(200, Fault.Body.JSON, body.length));
            connection.write(body);
        };
        server.treat(slow, Fault.STALL_BEFORE_ANY_BYTE.treatment());
        AppStoreConnect asc = builder(server.url()).build();
        CompletableFuture<String> patient = CompletableFuture.supplyAsync(
                () -> String.valueOf(asc.users().get("u1").execute().firstName()));
        server.awaitRequest();

        Throwable e = interruptedAfter(
                this::awaitSecondRequest, () -> asc.users().get("u1").execute());
        otherIsOver.complete(null);

        assertInterrupted(e, INTERRUPTED);
        assertThat(patient.get()).isEqualTo("Ada");
    }

    @Test
    void aThreadThatIsNotInterruptedWaitsAsLongAsItTakes() {
        byte[] body = Fault.Body.USER.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        server.treat(connection -> {
            connection.write(RawServer.Treatment.head(200, Fault.Body.JSON, body.length));
            connection.trickle(body, 8);
        });

        assertThat(builder(server.url()).build().users().get("u1").execute().firstName())
                .isEqualTo("Ada");
    }

    private AppStoreConnect.Builder builder(String url) {
        return AppStoreConnect.builder(TestKeys.team()).baseUrl(url).httpClient(http);
    }

    private @Nullable Throwable interruptedAfter(Awaiting begun, Runnable call) throws Exception {
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        Thread thread = new Thread(() -> {
            failure.set(catchThrowable(call::run));
            keptItsFlag.set(Thread.currentThread().isInterrupted());
        });
        thread.start();
        begun.await(thread);
        thread.interrupt();
        // Less than the ten seconds after which OkHttp gives up by itself.
        thread.join(Duration.ofSeconds(5).toMillis());
        assertThat(thread.isAlive()).isFalse();
        return failure.get();
    }

    private void assertInterrupted(@Nullable Throwable e, String message) {
        assertThat(e)
                .isInstanceOf(ConnectionException.class)
                .hasMessage(message)
                .hasCauseInstanceOf(IOException.class);
        assertThat(keptItsFlag).isTrue();
    }

    private void awaitSecondRequest(Thread thread) {
        assertThat(Leaks.comes(() -> server.requests().size() == 2)).isTrue();
        awaitStack(thread, "NioSocketImpl.park");
    }

    private static void awaitStack(Thread thread, String part) {
        assertThat(Leaks.comes(() -> Arrays.stream(thread.getStackTrace())
                        .anyMatch(frame -> frame.toString().contains(part))))
                .isTrue();
    }

    private interface Awaiting {
        void await(Thread thread);
    }
}
