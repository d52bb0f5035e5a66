package io.github.ascjava.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.ascjava.client.call.ApiCall;
import io.github.ascjava.client.call.CallAttempt;
import io.github.ascjava.client.call.CallListener;
import io.github.ascjava.client.call.CallResult;
import io.github.ascjava.client.call.CallStart;
import io.github.ascjava.client.call.RetryPolicy;
import io.github.ascjava.client.error.ConnectionException;
import io.github.ascjava.client.error.RateLimiterException;
import io.github.ascjava.client.error.ServerException;
import io.github.ascjava.client.model.users.User;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a listener is notified of calls as a whole: their beginning, the attempts that belong to them, and their end. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CallEndTest {

    @RegisterExtension
    final ApiServer apple = new ApiServer();

    private final FakeClock time = new FakeClock();
    private final List<OneCall> calls = new CopyOnWriteArrayList<>();

    @ParameterizedTest
    @EnumSource(Way.class)
    void eachCallHasItsOwnListener(Way way) {
        AppStoreConnect asc = client();
        apple.answer(503, "");
        apple.answer(Fault.Body.USER);
        apple.answer(Fault.Body.USER);
        way.run(get(asc));
        way.run(get(asc));

        assertThat(calls).extracting(OneCall::toString).containsExactly("1 503 2 200 ended", "1 200 ended");
        assertThat(calls.get(0).start).isEqualTo(new CallStart("UsersApi.get", "GET", "/v1/users/{id}"));
        assertThat(calls.get(0).start.operation()).isEqualTo("GET /v1/users/{id}");
        assertThat(calls.get(0).thread).isSameAs(Thread.currentThread());
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aCallEndsWithTheExceptionThatItThrows(Way way) {
        apple.answer(500, "");
        Throwable thrown = catchThrowable(() -> way.run(get(client()).withRetryPolicy(RetryPolicy.NONE)));

        assertThat(thrown).isInstanceOf(ServerException.class);
        assertThat(calls).singleElement().hasToString("1 500 failed");
        assertThat(calls.get(0).failure).isSameAs(thrown);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aCallWithoutPermitEndsWithoutAnAttempt(Way way) {
        AppStoreConnect asc = apple.builder()
                .options(o ->
                        o.listener(new Calls()).rateLimiter((key, longest) -> CompletableFuture.completedFuture(false)))
                .build();
        Throwable thrown = catchThrowable(() -> way.run(get(asc)));

        assertThat(thrown).isInstanceOf(RateLimiterException.class);
        assertThat(calls).singleElement().hasToString("failed");
        assertThat(calls.get(0).failure).isSameAs(thrown);
    }

    @Test
    void aCallThatIsCanceledBetweenTwoAttemptsEnds() {
        apple.answer(503, "");
        CompletableFuture<Void> delay = new CompletableFuture<>();
        CompletableFuture<Boolean> delayed = new CompletableFuture<>();
        CompletableFuture<User> future =
                get(waiting(delay, () -> delayed.complete(true))).executeAsync();
        assertThat(delayed.join()).isTrue();

        future.cancel(true);

        assertThat(calls).singleElement().hasToString("1 503 failed");
        assertThat(calls.get(0).failure).isInstanceOf(CancellationException.class);
        assertThat(Leaks.comes(delay::isCancelled)).isTrue();
    }

    @Test
    void aCallThatIsInterruptedBetweenTwoAttemptsEnds() {
        apple.answer(503, "");
        AppStoreConnect asc =
                waiting(new CompletableFuture<>(), () -> Thread.currentThread().interrupt());
        Throwable thrown = catchThrowable(() -> get(asc).execute());

        assertThat(Thread.interrupted()).isTrue();
        assertThat(thrown).isInstanceOf(ConnectionException.class);
        assertThat(calls).singleElement().hasToString("1 503 failed");
    }

    /** A call that is canceled may still succeed; what is reported first stays. */
    @Test
    void aCallThatIsCanceledAtItsLastMomentEndsOnce() {
        apple.answer(Fault.Body.USER);
        CompletableFuture<CompletableFuture<User>> begun = new CompletableFuture<>();
        AppStoreConnect asc = listened(new Calls(call -> begun.join().cancel(true)));
        CompletableFuture<User> future = get(asc).executeAsync();
        begun.complete(future);

        assertThat(Leaks.comes(() -> calls.get(0).ends == 1 && future.isDone())).isTrue();
        assertThat(future).isCancelled();
        assertThat(calls.get(0).failure).isInstanceOf(CancellationException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 404})
    void aFutureCompletesAfterTheListenerWasNotified(int status) {
        apple.answer(status, Fault.Body.USER);
        CompletableFuture<CompletableFuture<User>> begun = new CompletableFuture<>();
        List<Boolean> done = new CopyOnWriteArrayList<>();
        AppStoreConnect asc = listened(new CallListener() {
            @Override
            public void onEnd(@Nullable Throwable failure) {
                done.add(begun.join().isDone());
            }
        });
        CompletableFuture<User> future = get(asc).executeAsync();
        begun.complete(future);

        assertThat(Leaks.comes(future::isDone)).isTrue();
        assertThat(done).containsExactly(false);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aListenerThatFailsWhenACallBeginsIsStillNotifiedOfAttempts(Way way) {
        apple.answer(Fault.Body.USER);
        OneCall all = new OneCall(new CallStart(null, "", ""), call -> {});
        CallListener faulty = new CallListener() {
            @Override
            public CallListener onCall(CallStart call) {
                throw new IllegalStateException("mistake");
            }

            @Override
            public void onRequest(CallAttempt attempt) {
                all.onRequest(attempt);
            }

            @Override
            public void onEnd(@Nullable Throwable failure) {
                all.onEnd(failure);
            }
        };
        assertThat(way.run(get(listened(faulty))).id()).isEqualTo("u1");

        assertThat(all).hasToString("1 ended");
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void eachPageIsACall(Way way) {
        apple.answer("{\"data\": []}");
        way.run(client().apps().list());

        assertThat(calls).singleElement().hasToString("1 200 ended");
        assertThat(calls.get(0).start.name()).isEqualTo("AppsApi.list");
    }

    private AppStoreConnect client() {
        return listened(new Calls());
    }

    private AppStoreConnect listened(CallListener listener) {
        return apple.builder()
                .options(o -> o.clock(time).sleeper(time).listener(listener))
                .build();
    }

    private AppStoreConnect waiting(CompletableFuture<Void> delay, Runnable before) {
        return apple.builder()
                .options(o -> o.listener(new Calls()).sleeper(duration -> {
                    before.run();
                    return delay;
                }))
                .build();
    }

    private static ApiCall<User> get(AppStoreConnect asc) {
        return asc.users().get("u1").withTimeout(Duration.ofSeconds(100));
    }

    private final class Calls implements CallListener {

        private final Consumer<OneCall> atResponse;

        Calls() {
            this(call -> {});
        }

        Calls(Consumer<OneCall> atResponse) {
            this.atResponse = atResponse;
        }

        @Override
        public CallListener onCall(CallStart call) {
            OneCall own = new OneCall(call, atResponse);
            calls.add(own);
            return own;
        }
    }

    /** Says what it heard. */
    private static final class OneCall implements CallListener {

        private final CallStart start;
        private final Thread thread = Thread.currentThread();
        private final Consumer<OneCall> atResponse;
        private final List<String> heard = new CopyOnWriteArrayList<>();
        private volatile int ends;
        private volatile @Nullable Throwable failure;

        OneCall(CallStart start, Consumer<OneCall> atResponse) {
            this.start = start;
            this.atResponse = atResponse;
        }

        @Override
        public void onRequest(CallAttempt attempt) {
            heard.add(String.valueOf(attempt.number()));
        }

        @Override
        public void onResponse(CallAttempt attempt, CallResult result) {
            heard.add(String.valueOf(result.status()));
            atResponse.accept(this);
        }

        @Override
        public synchronized void onEnd(@Nullable Throwable thrown) {
            failure = thrown;
            heard.add(thrown == null ? "ended" : "failed");
            ends++;
        }

        @Override
        public String toString() {
            return String.join(" ", heard);
        }
    }
}
