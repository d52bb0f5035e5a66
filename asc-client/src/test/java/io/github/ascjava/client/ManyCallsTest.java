package io.github.ascjava.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ascjava.client.model.users.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.OkHttpClient;
import okhttp3.mockwebserver.Dispatcher;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.RecordedRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Thousands of concurrent calls need only a few threads. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ManyCallsTest {

    private static final int CALLS = 2_000;

    @RegisterExtension
    final ApiServer apple = new ApiServer();

    private final AtomicInteger requests = new AtomicInteger();
    private final Queue<CompletableFuture<Void>> waits = new ConcurrentLinkedQueue<>();
    private int refusals;

    @BeforeEach
    void rejectTheFirstOnes() {
        apple.server().setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return requests.incrementAndGet() <= refusals
                        ? new MockResponse().setResponseCode(429)
                        : ApiServer.json(200, Fault.Body.USER);
            }
        });
    }

    @Test
    void thousandsOfCallsWaitForAnotherAttemptOnNoThreadAtAll() {
        refusals = CALLS;
        int before = Thread.activeCount();
        AppStoreConnect asc = apple.builder()
                .options(o -> o.sleeper(duration -> {
                    CompletableFuture<Void> wait = new CompletableFuture<>();
                    waits.add(wait);
                    return wait;
                }))
                .build();
        List<CompletableFuture<User>> futures = new ArrayList<>();
        for (int i = 0; i < CALLS; i++) {
            futures.add(asc.users().get("u" + i).executeAsync());
        }
        assertThat(Leaks.comes(() -> waits.size() == CALLS)).isTrue();

        assertThat(Leaks.comes(() -> apple.http().dispatcher().runningCallsCount() == 0))
                .isTrue();
        assertThat(Thread.activeCount() - before).isLessThan(40);
        assertThat(futures).noneMatch(CompletableFuture::isDone);
        waits.forEach(wait -> wait.complete(null));
        assertThat(futures).allSatisfy(future -> assertThat(future.join().id()).isEqualTo("u1"));
        assertThat(requests).hasValue(2 * CALLS);
    }

    /** With one call at a time, a waiting call would otherwise block all others. */
    @Test
    void aCallThatWaitsForAnotherAttemptLetsOthersPass() {
        refusals = 1;
        OkHttpClient oneAtATime = apple.http();
        oneAtATime.dispatcher().setMaxRequestsPerHost(1);
        AppStoreConnect asc = apple.builder()
                .options(o -> o.sleeper(duration -> {
                    CompletableFuture<Void> wait = new CompletableFuture<>();
                    waits.add(wait);
                    return wait;
                }))
                .build();
        CompletableFuture<User> waiting = asc.users().get("u1").executeAsync();
        assertThat(Leaks.comes(() -> waits.size() == 1)).isTrue();

        assertThat(asc.users().get("u2").executeAsync().join()).isNotNull();
        assertThat(waiting).isNotDone();
        waits.forEach(wait -> wait.complete(null));
        assertThat(waiting.join()).isNotNull();
    }

    @Test
    void aClientOfItsOwnSendsSixteenAsynchronousCallsAtATime() {
        CompletableFuture<Void> release = new CompletableFuture<>();
        AtomicInteger most = new AtomicInteger();
        AtomicInteger now = new AtomicInteger();
        apple.server().setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                most.accumulateAndGet(now.incrementAndGet(), Math::max);
                release.join();
                now.decrementAndGet();
                return ApiServer.json(200, Fault.Body.USER);
            }
        });
        try (AppStoreConnect asc =
                AppStoreConnect.builder(TestKeys.team()).baseUrl(apple.url("/")).build()) {
            List<CompletableFuture<User>> futures = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                futures.add(asc.users().get("u1").executeAsync());
            }
            assertThat(Leaks.comes(() -> now.get() == 16)).isTrue();
            release.complete(null);
            futures.forEach(CompletableFuture::join);
        }
        assertThat(most).hasValue(16);
    }
}
