package io.github.ascjava.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.ascjava.client.FrameServer.Treatment;
import io.github.ascjava.client.call.ApiCall;
import io.github.ascjava.client.error.ConflictException;
import io.github.ascjava.client.error.ConnectionException;
import io.github.ascjava.client.model.users.User;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Servers that reset streams and that end connections, during reads and writes. A read is retried. A write is sent once, even
 * where HTTP/2 says that it was not processed (RFC 9113, 8.7), because a proxy may say so after it has passed the request on.
 */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class Http2FailureTest {

    private static final int NO_ERROR = 0;
    private static final int PROTOCOL_ERROR = 1;
    private static final int INTERNAL_ERROR = 2;
    private static final int REFUSED_STREAM = 7;
    private static final int CANCEL = 8;
    private static final int ENHANCE_YOUR_CALM = 11;
    /** More than a connection's window, which is 64 KiB, so the client has to wait with the rest. */
    private static final String LONG_NAME = "x".repeat(200_000);

    private final Leaks leaks = new Leaks();
    private final OkHttpClient http = leaks.watch(new OkHttpClient.Builder()
            .protocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE))
            .build());

    @RegisterExtension
    final FrameServer server = new FrameServer();

    private final AppStoreConnect asc = AppStoreConnect.builder(TestKeys.team())
            .baseUrl(server.url())
            .httpClient(http)
            .options(o -> o.sleeper(new FakeClock()).timeout(Duration.ofSeconds(20)))
            .build();

    /** What happens to a request, and whether its stream or its connection ends. */
    @SuppressWarnings("ImmutableEnumChecker")
    enum Failure {
        RESET_BY_AN_ERROR(stream -> stream.reset(INTERNAL_ERROR)),
        RESET_BY_AN_ERROR_OF_THE_CLIENT(stream -> stream.reset(PROTOCOL_ERROR)),
        RESET_BY_CANCEL(stream -> stream.reset(CANCEL)),
        RESET_WITHOUT_AN_ERROR(stream -> stream.reset(NO_ERROR)),
        REFUSED(stream -> stream.reset(REFUSED_STREAM)),
        RESET_WITHIN_THE_BODY(stream -> {
            stream.head(200);
            stream.data(Fault.Body.USER.substring(0, 20), false);
            stream.reset(INTERNAL_ERROR);
        }),
        REFUSED_WITHIN_THE_BODY(stream -> {
            stream.head(200);
            stream.data(Fault.Body.USER.substring(0, 20), false);
            stream.reset(REFUSED_STREAM);
        }),
        GOAWAY_BEFORE_THE_REQUEST(stream -> stream.goAwayBefore(NO_ERROR)),
        GOAWAY_BEFORE_THE_REQUEST_AND_CLOSED(stream -> {
            stream.goAwayBefore(ENHANCE_YOUR_CALM);
            stream.close();
        }),
        GOAWAY_AND_CLOSED(stream -> {
            stream.goAway(NO_ERROR);
            stream.close();
        }),
        GOAWAY_FOR_AN_ERROR_AND_CLOSED(stream -> {
            stream.goAway(INTERNAL_ERROR);
            stream.close();
        }),
        GOAWAY_AND_CLOSED_WITHIN_THE_BODY(stream -> {
            stream.head(200);
            stream.goAway(NO_ERROR);
            stream.data(Fault.Body.USER.substring(0, 20), false);
            stream.close();
        }),
        CLOSED(FrameServer.Stream::close);

        private final Treatment treatment;

        Failure(Treatment treatment) {
            this.treatment = treatment;
        }
    }

    static Stream<Arguments> failures() {
        return Arrays.stream(Failure.values())
                .flatMap(failure -> Arrays.stream(Way.values()).map(way -> Arguments.of(failure, way)));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aReadIsRetried(Failure failure, Way way) {
        // On a connection that was used before, as most are.
        way.run(asc.users().get("u1"));
        server.treat(failure.treatment);

        assertThat(way.run(asc.users().get("u1")).id()).isEqualTo("u1");
        assertThat(server.requests()).isEqualTo(2);
        leaks.check(false);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aWriteIsSentOnce(Failure failure, Way way) {
        way.run(asc.users().get("u1"));
        for (ApiCall<?> write :
                List.of(rename("short"), rename(LONG_NAME), asc.betaGroups().delete("g1"))) {
            server.treat(failure.treatment);
            assertFailsAfterOneAttempt(write, way);
        }
        leaks.check(false);
    }

    /** The rest of the body waits for a window that the server does not open. */
    @ParameterizedTest
    @MethodSource("failures")
    void aWriteIsSentOnceIfItFailsBeforeItsEnd(Failure failure, Way way) {
        way.run(asc.users().get("u1"));
        server.treatEarly(failure.treatment);

        assertFailsAfterOneAttempt(rename(LONG_NAME), way);
        leaks.check(false);
    }

    private void assertFailsAfterOneAttempt(ApiCall<?> write, Way way) {
        assertThatExceptionOfType(ConnectionException.class)
                .isThrownBy(() -> way.run(write))
                .satisfies(e -> assertThat(e.attempts()).isEqualTo(1))
                .withMessageContaining(": no complete response: ");
        assertThat(server.requests()).isEqualTo(1);
    }

    /** As servers do before they restart: what is under way ends, and what follows uses another connection. */
    @ParameterizedTest
    @EnumSource(Way.class)
    void aGoodbyeThatLetsTheRequestEndIsNotNoticed(Way way) {
        Treatment goodbye = stream -> {
            stream.goAway(NO_ERROR);
            stream.answer();
        };
        server.treat(goodbye, goodbye, goodbye);

        assertThat(way.run(asc.users().get("u1")).id()).isEqualTo("u1");
        way.run(rename("short"));
        way.run(rename(LONG_NAME));
        way.run(asc.users().get("u1"));

        assertThat(server.requests()).isEqualTo(4);
        assertThat(server.connections()).isEqualTo(4);
        leaks.check(false);
    }

    @Test
    void aGoodbyeToAnIdleConnectionCostsNoWrite() {
        server.treat(stream -> {
            stream.answer();
            stream.goAway(NO_ERROR);
            stream.ping();
        });
        asc.users().get("u1").execute();
        assertThat(Leaks.comes(server::isNoticed)).isTrue();

        rename("short").execute();

        assertThat(server.requests()).isEqualTo(2);
        assertThat(server.connections()).isEqualTo(2);
        leaks.check(false);
    }

    /** Of two requests on a connection the goodbye names the first as the last one. */
    @Test
    void aGoodbyeBetweenTwoReadsRepeatsTheSecond() {
        CompletableFuture<FrameServer.Stream> first = new CompletableFuture<>();
        server.treat(FrameServer.Stream::answer, first::complete, stream -> {
            stream.goAwayBefore(NO_ERROR);
            first.join().answer();
        });
        // Opens the connection that the others share.
        asc.users().get("u1").execute();
        CompletableFuture<User> kept = asc.users().get("u1").executeAsync();
        assertThat(Leaks.comes(first::isDone)).isTrue();
        CompletableFuture<User> repeated = asc.users().get("u1").executeAsync();

        assertThat(kept.join().id()).isEqualTo("u1");
        assertThat(repeated.join().id()).isEqualTo("u1");
        assertThat(server.requests()).isEqualTo(4);
        assertThat(server.connections()).isEqualTo(2);
        leaks.check(false);
    }

    /** A server may respond before it has read the body, and then stop the rest of it (RFC 9113, 8.1). */
    @ParameterizedTest
    @EnumSource(Way.class)
    void aRejectionBeforeTheEndOfTheBodyIsRead(Way way) {
        server.treatEarly(stream -> {
            stream.head(409);
            stream.data("{\"errors\": [{\"status\": \"409\", \"code\": \"STATE_ERROR\", \"title\": \"t\"}]}", true);
            stream.reset(NO_ERROR);
        });

        assertThatExceptionOfType(ConflictException.class).isThrownBy(() -> way.run(rename(LONG_NAME)));
        assertThat(server.requests()).isEqualTo(1);
        leaks.check(false);
    }

    private ApiCall<?> rename(String name) {
        return asc.betaGroups().update("g1", b -> b.name(name));
    }
}
