package io.github.ascjava.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.ascjava.client.call.ApiCall;
import io.github.ascjava.client.call.RetryPolicy;
import io.github.ascjava.client.error.AscException;
import io.github.ascjava.client.model.users.User;
import io.github.ascjava.client.model.users.UserUpdate;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fault of {@link Fault}, for reads and writes, synchronous and asynchronous, once and permanently. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FaultTest {

    private static final int RETRIES = 3;

    @RegisterExtension
    final RawServer server = new RawServer();

    private final Leaks leaks = new Leaks();
    private final FakeClock time = new FakeClock();
    private boolean goodAnswerFollows;

    @AfterEach
    void nothingIsLeftBehind() {
        leaks.check(false);
    }

    @ParameterizedTest
    @MethodSource("faultsAndWays")
    void aReadThatMeetsAFaultOnceEndsInItsValueOrATypedException(Fault fault, Way way) {
        server.treat(fault.treatment(), RawServer.Treatment.answer(200, Fault.Body.JSON, Fault.Body.USER));

        if (fault.kind().readsAreSentAgain) {
            goodAnswerFollows = true;
            assertThat(way.run(read(fault)).firstName()).isEqualTo("Ada");
            assertThat(server.requests()).hasSize(2).allMatch(head -> head.startsWith("GET /v1/users/u1 "));
        } else {
            assertFailure(fault, way, read(fault), 1);
        }
    }

    @ParameterizedTest
    @MethodSource("faultsAndWays")
    void aReadThatMeetsAFaultForEverEndsInATypedException(Fault fault, Way way) {
        server.treat(fault.treatment());

        assertFailure(fault, way, read(fault), fault.kind().readsAreSentAgain ? RETRIES + 1 : 1);
    }

    /** A write is only retried if it certainly has not been carried out. */
    @ParameterizedTest
    @MethodSource("faultsAndWays")
    void aWriteThatMeetsAFaultOnceEndsInItsValueOrATypedException(Fault fault, Way way) {
        server.treat(fault.treatment(), RawServer.Treatment.answer(200, Fault.Body.JSON, Fault.Body.USER));

        if (fault.kind().writesAreSentAgain) {
            assertThat(way.run(write(fault)).firstName()).isEqualTo("Ada");
            assertThat(server.requests()).hasSize(2).allMatch(head -> head.startsWith("PATCH /v1/users/u1 "));
        } else {
            assertFailure(fault, way, write(fault), 1);
        }
    }

    @ParameterizedTest
    @MethodSource("faultsAndWays")
    void aWriteThatMeetsAFaultForEverEndsInATypedException(Fault fault, Way way) {
        server.treat(fault.treatment());

        assertFailure(fault, way, write(fault), fault.kind().writesAreSentAgain ? RETRIES + 1 : 1);
    }

    /** The connection was used before, so it already exists when the fault occurs. */
    @ParameterizedTest
    @MethodSource("faultsAndWays")
    void aWriteThatMeetsAFaultOnAKeptConnectionIsSentOnceAsWell(Fault fault, Way way) {
        RawServer.Treatment good = RawServer.Treatment.answer(200, Fault.Body.JSON, Fault.Body.USER);
        server.treat(good, fault.treatment());
        AppStoreConnect asc = client(fault);
        asc.users().get("u1").execute();

        Throwable e = catchThrowable(() -> way.run(write(asc)));
        assertThat(e).isInstanceOf(fault.kind().exception);
        assertThat(server.requests()).hasSize(fault.kind().writesAreSentAgain ? RETRIES + 2 : 2);
    }

    private void assertFailure(Fault fault, Way way, ApiCall<User> call, int attempts) {
        Throwable e = catchThrowable(() -> way.run(call));

        assertThat(e).isInstanceOf(fault.kind().exception);
        assertThat(((AscException) e).attempts()).isEqualTo(attempts);
        // The server may not have noticed the last one yet.
        Leaks.comes(() -> server.requests().size() == attempts);
        assertThat(server.requests()).hasSize(attempts);
        assertThat(e.getMessage())
                .startsWith(((AscException) e).operation() + ": ")
                .contains("/v1/users/{id}")
                .doesNotContainPattern("[\\r\\n]")
                .doesNotContain("u1")
                .endsWith(attempts > 1 ? "(" + attempts + " attempts)" : "");
    }

    private ApiCall<User> read(Fault fault) {
        return client(fault).users().get("u1");
    }

    private ApiCall<User> write(Fault fault) {
        return write(client(fault));
    }

    /** A short timeout for a server that stalls, and a longer one where a good response follows. */
    private AppStoreConnect client(Fault fault) {
        long millis = !fault.name().startsWith("STALL") ? 30_000 : goodAnswerFollows ? 1_000 : 200;
        OkHttpClient http = leaks.watch(new OkHttpClient.Builder()
                .readTimeout(millis, TimeUnit.MILLISECONDS)
                .build());
        return AppStoreConnect.builder(TestKeys.team())
                .baseUrl(server.url())
                .httpClient(http)
                .options(o -> o.sleeper(time).retryPolicy(RetryPolicy.STANDARD.withMaxRetries(RETRIES)))
                .build();
    }

    private static ApiCall<User> write(AppStoreConnect asc) {
        return asc.users()
                .update("u1", UserUpdate.builder().allAppsVisible(true).build());
    }

    static Stream<Arguments> faultsAndWays() {
        return Arrays.stream(Fault.values())
                .flatMap(fault -> Arrays.stream(Way.values()).map(way -> Arguments.of(fault, way)));
    }
}
