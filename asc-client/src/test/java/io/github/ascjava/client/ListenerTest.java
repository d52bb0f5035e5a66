package io.github.ascjava.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;

import io.github.ascjava.client.call.ApiCall;
import io.github.ascjava.client.call.CallAttempt;
import io.github.ascjava.client.call.CallListener;
import io.github.ascjava.client.call.CallResult;
import io.github.ascjava.client.call.RateLimit;
import io.github.ascjava.client.call.RetryPolicy;
import io.github.ascjava.client.error.AscException;
import io.github.ascjava.client.error.ConnectionException;
import io.github.ascjava.client.error.InvalidResponseException;
import io.github.ascjava.client.model.users.User;
import io.github.ascjava.client.model.users.UserUpdate;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.SocketPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import retrofit2.http.GET;
import retrofit2.http.PUT;
import retrofit2.http.Path;
import retrofit2.http.Url;

/** How listeners and the log are notified of calls. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ListenerTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    @RegisterExtension
    final ApiServer apple = new ApiServer();

    private final FakeClock time = new FakeClock();
    private final Remembering listener = new Remembering();

    @ParameterizedTest
    @EnumSource(Way.class)
    void everyAttemptIsReportedCompletely(Way way) {
        apple.answer(ApiServer.json(503, "").setHeader("Retry-After", "20").setHeader("X-Apple-Request-UUID", "one"));
        apple.answer(
                ApiServer.json(200, Fault.Body.USER).setHeader("X-Rate-Limit", "user-hour-lim:3600;user-hour-rem:12;"));
        way.run(get(client()));

        assertThat(listener.begun)
                .containsExactly(
                        new CallAttempt("UsersApi.get", "GET", "/v1/users/{id}", 1, NOON),
                        new CallAttempt(
                                "UsersApi.get",
                                "GET",
                                "/v1/users/{id}",
                                2,
                                listener.begun.get(1).startedAt()));
        assertThat(listener.begun.get(1).startedAt()).isBetween(NOON.plusMillis(20_250), NOON.plusMillis(20_750));
        assertThat(listener.begun.get(0).operation()).isEqualTo("GET /v1/users/{id}");
        CallResult first = listener.ended.get(0);
        assertThat(first.status()).isEqualTo(503);
        assertThat(first.duration()).isEqualTo(Duration.ofMillis(250));
        assertThat(first.failure()).isNull();
        assertThat(first.isRetried()).isTrue();
        assertThat(first.retryDelay()).isBetween(Duration.ofSeconds(20), Duration.ofMillis(20_500));
        assertThat(first.requestId()).isEqualTo("one");
        assertThat(first.rateLimit()).isEqualTo(RateLimit.UNKNOWN);
        assertThat(listener.ended.get(1))
                .isEqualTo(new CallResult(
                        200, Duration.ofMillis(250), null, null, new RateLimit(3600, 12, null, null), null));
        assertThat(listener.pairs).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void failuresAreReportedWithTheirType(Way way) {
        apple.answer(new MockResponse().setSocketPolicy(SocketPolicy.DISCONNECT_AFTER_REQUEST));
        apple.answer(ApiServer.json(200, "<html>").setHeader("X-Apple-Request-UUID", "two"));
        AppStoreConnect asc = client();
        assertThatExceptionOfType(ConnectionException.class)
                .isThrownBy(() -> way.run(get(asc).withRetryPolicy(RetryPolicy.NONE)));
        assertThatExceptionOfType(InvalidResponseException.class).isThrownBy(() -> way.run(get(asc)));

        CallResult broken = listener.ended.get(0);
        assertThat(broken.status()).isNull();
        assertThat(broken.failure()).isInstanceOf(IOException.class);
        assertThat(broken.isRetried()).isFalse();
        CallResult unusable = listener.ended.get(1);
        assertThat(unusable.status()).isEqualTo(200);
        assertThat(unusable.failure()).isNotNull();
        assertThat(unusable.requestId()).isEqualTo("two");
    }

    /** An error in the user's code is thrown to the caller; the attempt ends nevertheless. */
    @ParameterizedTest
    @EnumSource(Way.class)
    void anUnexpectedExceptionOfAnInterceptorIsReportedAndRethrown(Way way) {
        IllegalStateException mistake = new IllegalStateException("mistake");
        OkHttpClient http = apple.watch(new OkHttpClient.Builder()
                .dispatcher(new Dispatcher(Executors.newCachedThreadPool(ListenerTest::quietThread)))
                .addInterceptor(chain -> {
                    throw mistake;
                })
                .build());
        AppStoreConnect asc = apple.builder()
                .httpClient(http)
                .options(o -> o.listener(listener))
                .build();

        assertThat(catchThrowable(() -> way.run(get(asc)))).isSameAs(mistake);
        assertThat(listener.ended)
                .singleElement()
                .satisfies(result -> assertThat(result.failure()).isSameAs(mistake));
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void anErrorOfTheMachineIsThrownAsItIs(Way way) {
        LinkageError error = new LinkageError("no such class");
        OkHttpClient http = apple.watch(new OkHttpClient.Builder()
                .dispatcher(new Dispatcher(Executors.newCachedThreadPool(ListenerTest::quietThread)))
                .addInterceptor(chain -> {
                    throw error;
                })
                .build());
        AppStoreConnect asc = apple.builder().httpClient(http).build();

        assertThat(catchThrowable(() -> way.run(get(asc)))).isSameAs(error);
    }

    /** OkHttp also passes such an exception to the thread's handler, which would print it. */
    private static Thread quietThread(Runnable task) {
        Thread thread = new Thread(task);
        thread.setUncaughtExceptionHandler((self, e) -> {});
        return thread;
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void anUnexpectedExceptionWhileReadingIsReportedAndRethrown(Way way) {
        apple.answer("{\"data\": {\"type\": \"users\", \"id\": \"u1\"}}");
        AppStoreConnect asc = client();

        Throwable e =
                catchThrowable(() -> way.run(asc.api(AsyncCallTest.Broken.class).get()));
        assertThat(e).isInstanceOf(IllegalArgumentException.class);
        assertThat(listener.ended)
                .singleElement()
                .satisfies(result -> assertThat(result.failure()).isSameAs(e));
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void whatAListenerThrowsDoesTheCallNoHarm(Way way) {
        apple.answer(Fault.Body.USER);
        apple.answer(Fault.Body.USER);
        apple.answer(Fault.Body.USER);
        apple.answer(Fault.Body.USER);
        List<Throwable> thrown = List.of(
                new IllegalStateException("x"),
                new IOException("sneaky"),
                new AssertionError("x"),
                new NoClassDefFoundError("x"));
        try (DebugLog log = new DebugLog()) {
            for (Throwable e : thrown) {
                AppStoreConnect asc = apple.builder()
                        .options(o -> o.listener(new Failing(e)).listener(listener))
                        .build();
                assertThat(way.run(get(asc)).id()).isEqualTo("u1");
            }
            assertThat(log.all())
                    .contains("WARN io.github.ascjava.client - The call listener"
                            + " io.github.ascjava.client.ListenerTest$Failing"
                            + " failed; the call continues.");
        }
        assertThat(listener.ended).hasSize(4);
    }

    @Test
    void pagesAreAttemptsOfTheirOwn() {
        apple.answer(NextLinkTest.page("/v1/apps?cursor=2", "1"));
        apple.answer(NextLinkTest.page(null, "2"));
        client().apps().list().toList();

        assertThat(listener.begun)
                .extracting(CallAttempt::operation, CallAttempt::number, CallAttempt::name)
                .containsOnly(tuple("GET /v1/apps", 1, "AppsApi.list"))
                .hasSize(2);
    }

    /** So that names can be labels of metrics, and the log contains no secrets. */
    @Test
    void operationsAreNamedWithoutIdsAndQueries() {
        for (int i = 0; i < 5; i++) {
            apple.answer(204, "");
        }
        Odd odd = client().api(Odd.class);
        odd.read("secret").execute();
        odd.write("secret").execute();
        odd.any("v1/users/secret/visibleApps?filter[name]=secret").execute();
        odd.any("v1/users?filter[name]=secret").execute();
        odd.any(apple.url("/odd/v12/users/secret")).execute();

        assertThat(listener.begun)
                .extracting(CallAttempt::operation)
                .containsExactly(
                        "GET /v1/odd/{id}",
                        "PUT /odd/{name}/more",
                        "GET /v1/users/{id}/visibleApps",
                        "GET /v1/users",
                        "GET /odd/v12/users/{id}");
        assertThat(listener.begun)
                .extracting(CallAttempt::name)
                .containsExactly("Odd.read", "Odd.write", "Odd.any", "Odd.any", "Odd.any");
    }

    @Test
    void theLogListsAttemptsWithoutHeadersIdsQueriesAndBodies() {
        apple.answer(ApiServer.json(503, "secretBody")
                .setHeader("Retry-After", "17")
                .setHeader("X-Apple-Request-UUID", "secretId"));
        apple.answer(ApiServer.json(200, Fault.Body.USER.replace("Ada", "secretName"))
                .setHeader("X-Other", "secretHeader")
                .setHeader("X-Rate-Limit", "user-hour-lim:3600;user-hour-rem:12;"));
        apple.answer(200, "secretBody");
        apple.answer(409, "{\"errors\": [{\"code\": \"STATE_ERROR\", \"detail\": \"secretDetail\"}]}");
        AppStoreConnect asc = client();
        try (DebugLog log = new DebugLog()) {
            asc.users()
                    .get("secretUser", q -> q.param("filter[x]", "secretQuery"))
                    .execute();
            for (ApiCall<User> call : failing(asc)) {
                assertThatExceptionOfType(AscException.class).isThrownBy(call::execute);
            }

            assertThat(log.lines())
                    .allMatch(line -> line.startsWith("[")) // The name of the thread.
                    .extracting(line -> line.substring(line.indexOf(" DEBUG ") + 7))
                    .satisfiesExactly(
                            line -> assertThat(line)
                                    .isEqualTo("io.github.ascjava.client - GET /v1/users/{id}: attempt 1"),
                            line -> assertThat(line)
                                    .matches("io.github.ascjava.client - GET /v1/users/\\{id}: attempt 1 ended with 503"
                                            + " after 250 ms, the next one in 17\\d\\d\\d ms; rate limit unknown"),
                            line -> assertThat(line).endsWith("GET /v1/users/{id}: attempt 2"),
                            line -> assertThat(line)
                                    .endsWith("GET /v1/users/{id}: attempt 2 ended with 200 after 250 ms, the last one;"
                                            + " rate limit 12 of 3600 requests left this hour"),
                            line -> assertThat(line).endsWith("GET /v1/users/{id}: attempt 1"),
                            line -> assertThat(line)
                                    .endsWith(
                                            "GET /v1/users/{id}: attempt 1 ended with JsonParseException after 250 ms,"
                                                    + " the last one; rate limit unknown"),
                            line -> assertThat(line).endsWith("PATCH /v1/users/{id}: attempt 1"),
                            line -> assertThat(line)
                                    .endsWith("PATCH /v1/users/{id}: attempt 1 ended with 409 after 250 ms, the last"
                                            + " one; rate limit unknown"));
            assertThat(log.all())
                    .doesNotContain("secret")
                    .doesNotContain("Bearer")
                    .doesNotContain(String.valueOf(apple.taken().getHeader("Authorization"))
                            .substring(20));
        }
    }

    private static List<ApiCall<User>> failing(AppStoreConnect asc) {
        return List.of(
                asc.users().get("secretUser"),
                asc.users()
                        .update(
                                "secretUser",
                                UserUpdate.builder()
                                        .attribute("secretAttribute", "secretValue")
                                        .build()));
    }

    private AppStoreConnect client() {
        OkHttpClient slow = apple.http()
                .newBuilder()
                .addInterceptor(chain -> {
                    time.advance(Duration.ofMillis(250));
                    return chain.proceed(chain.request());
                })
                .build();
        return apple.builder()
                .httpClient(slow)
                .options(o -> o.clock(time).sleeper(time).listener(listener))
                .build();
    }

    private static ApiCall<User> get(AppStoreConnect asc) {
        return asc.users().get("u1");
    }

    /** Operations that are missing from the library. */
    public interface Odd {

        @GET("v1/odd/{id}?limit=1")
        ApiCall<Void> read(@Path("id") String id);

        @PUT("/odd/{name}/more")
        ApiCall<Void> write(@Path("name") String name);

        @GET
        ApiCall<Void> any(@Url String url);
    }

    private static final class Remembering implements CallListener {

        final List<CallAttempt> begun = new CopyOnWriteArrayList<>();
        final List<CallResult> ended = new CopyOnWriteArrayList<>();
        /** By identity, which listeners may rely on. */
        private final Set<CallAttempt> unfinished = Collections.newSetFromMap(new IdentityHashMap<>());

        int pairs;

        @Override
        public void onRequest(CallAttempt attempt) {
            begun.add(attempt);
            unfinished.add(attempt);
        }

        @Override
        public void onResponse(CallAttempt attempt, CallResult result) {
            ended.add(result);
            pairs += unfinished.remove(attempt) ? 1 : 0;
        }
    }

    private record Failing(Throwable thrown) implements CallListener {

        @Override
        public void onRequest(CallAttempt attempt) {
            sneak(thrown);
        }

        @Override
        public void onResponse(CallAttempt attempt, CallResult result) {
            sneak(thrown);
        }

        /** As code compiled from Kotlin does. */
        @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
        private static <E extends Throwable> void sneak(Throwable e) throws E {
            throw (E) e;
        }
    }
}
