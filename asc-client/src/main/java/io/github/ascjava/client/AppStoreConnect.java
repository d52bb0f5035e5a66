package io.github.ascjava.client;

import io.github.ascjava.auth.ApiKey;
import io.github.ascjava.auth.AppStoreConnectAuth;
import io.github.ascjava.client.http.AscCallAdapterFactory;
import io.github.ascjava.client.jsonapi.JsonApiConverterFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import retrofit2.Retrofit;

/**
 * The App Store Connect API.
 *
 * <pre>{@code
 * AppStoreConnect asc = AppStoreConnect.create(ApiKey.fromEnvironment());
 * for (App app : asc.apps().list()) {
 *     System.out.println(app.bundleId() + "  " + app.name());
 * }
 * }</pre>
 *
 * <p>One instance serves a whole program: it is thread-safe, keeps connections and the token, and is meant to live long.
 * Close it when a program that made asynchronous calls should end at once; otherwise idle threads end after a minute.
 *
 * @see <a href="https://developer.apple.com/documentation/appstoreconnectapi">App Store Connect API</a>
 */
public final class AppStoreConnect extends AppStoreConnectApis implements AutoCloseable {

    private final AppStoreConnectAuth auth;
    private final OkHttpClient httpClient;
    private final boolean ownsHttpClient;
    private final RateLimitRecorder rateLimits;
    private final Retrofit retrofit;
    private final Map<Class<?>, Object> apis = new ConcurrentHashMap<>();

    private AppStoreConnect(Builder builder) {
        this.auth = builder.auth.build();
        this.rateLimits = new RateLimitRecorder();
        this.ownsHttpClient = builder.httpClient == null;
        this.httpClient = builder.newHttpClient(auth, rateLimits);
        this.retrofit = new Retrofit.Builder()
                .baseUrl(auth.baseUrl())
                .client(httpClient)
                .addCallAdapterFactory(builder.newCalls(auth))
                .addConverterFactory(builder.bodies)
                .build();
    }

    /**
     * Opens the API with a key and nothing else to decide.
     *
     * @param key the key that signs all requests
     */
    public static AppStoreConnect create(ApiKey key) {
        return builder(key).build();
    }

    /**
     * Returns a builder for everything beyond the key.
     *
     * @param key the key that signs all requests that no route gives to another key
     */
    public static Builder builder(ApiKey key) {
        return new Builder(key);
    }

    /**
     * Returns an implementation of a Retrofit interface, such as one of your own for what this library lacks.
     *
     * <p>Each interface is implemented once, when it is first asked for.
     *
     * @param api an interface whose methods return {@link ApiCall} or {@link PagedCall}
     */
    @Override
    public <T> T api(Class<T> api) {
        return api.cast(apis.computeIfAbsent(api, retrofit::create));
    }

    /** Returns what the newest answer that spoke of the rate limit said, or {@link RateLimit#UNKNOWN}. */
    public RateLimit rateLimit() {
        return rateLimits.newest();
    }

    /** Returns the part that signs tokens and authorises requests. */
    public AppStoreConnectAuth auth() {
        return auth;
    }

    /** Returns the HTTP client in use, which authorises what it sends to the base URL. */
    public OkHttpClient httpClient() {
        return httpClient;
    }

    /** Returns the Retrofit in use. */
    public Retrofit retrofit() {
        return retrofit;
    }

    /** Ends the threads and connections of the HTTP client, unless it was handed in. */
    @Override
    public void close() {
        if (ownsHttpClient) {
            httpClient.dispatcher().executorService().shutdown();
            httpClient.connectionPool().evictAll();
        }
    }

    @Override
    public String toString() {
        return "AppStoreConnect[" + auth + "]";
    }

    /** Builds an {@link AppStoreConnect}; not thread-safe. */
    public static final class Builder {

        /** Long lists with included resources take Apple some time; OkHttp's own ten seconds are too few. */
        private static final Duration READ_TIMEOUT = Duration.ofSeconds(60);
        /**
         * At half a second each, the budget of an hour can be sent in two minutes, the timeout of a call. Many more at a time
         * make Apple answer with random errors (facts 3); with OkHttp's own 5, calls would time out in the queue.
         */
        private static final int ASYNC_CALLS_AT_A_TIME = 16;

        private final AppStoreConnectAuth.Builder auth;
        private @Nullable OkHttpClient httpClient;
        private final AscCallAdapterFactory.Builder calls = AscCallAdapterFactory.builder();
        private JsonApiConverterFactory bodies = JsonApiConverterFactory.create();
        private @Nullable RequestLimiter limiter;
        private @Nullable String userAgent;

        private Builder(ApiKey key) {
            this.auth = AppStoreConnectAuth.builder(key);
        }

        /**
         * Sends requests to another place than Apple's, such as a sandbox or a company gateway.
         *
         * @param baseUrl https, or http to this machine; ends in a slash
         * @throws IllegalArgumentException if the URL is malformed or would carry tokens in clear text
         */
        public Builder baseUrl(String baseUrl) {
            auth.baseUrl(baseUrl);
            return this;
        }

        /**
         * Changes how requests are authorised: keys for single paths, the clock, the check of individual keys.
         *
         * @param change is handed the builder at once
         */
        public Builder auth(Consumer<AppStoreConnectAuth.Builder> change) {
            change.accept(auth);
            return this;
        }

        /**
         * Shares the connections, threads and settings of another client: proxies, interceptors, TLS and so on.
         *
         * <p>Its interceptors come before the one that authorises and see requests without a token. Its dispatcher decides
         * how many asynchronous calls are sent at a time, 5 to a host unless it is told otherwise; a client of this
         * library's own sends 16.
         */
        public Builder httpClient(OkHttpClient client) {
            httpClient = Objects.requireNonNull(client, "client");
            return this;
        }

        /**
         * Limits the time of each call that sets no {@linkplain ApiCall#withTimeout timeout of its own}; two minutes if not
         * set.
         *
         * @param timeout for everything from {@code execute} to the last byte, all attempts and the waits between them;
         *     more than zero
         * @throws IllegalArgumentException if it is not more than zero
         */
        public Builder timeout(Duration timeout) {
            calls.timeout(timeout);
            return this;
        }

        /**
         * Sets how often and how patiently calls are sent again that have no {@linkplain ApiCall#withRetry policy of their
         * own}; {@link RetryPolicy#STANDARD} if not set.
         */
        public Builder retry(RetryPolicy policy) {
            calls.retry(policy);
            return this;
        }

        /**
         * Slows requests down before the budget of their key is used up; without a limiter they are sent at once.
         *
         * @param shared such as {@link RequestLimiter#inMemory()}; hand the same to all clients that use the key
         */
        public Builder limiter(RequestLimiter shared) {
            limiter = Objects.requireNonNull(shared, "limiter");
            return this;
        }

        /**
         * Limits what one answer can take of the memory; 64 MiB if not set, some six times what Apple's longest pages have.
         *
         * <p>A larger one ends in an {@link io.github.ascjava.client.error.InvalidResponseException}. What is read as a
         * stream, such as reports, has no limit.
         *
         * @param bytes the most bytes that a body may have, after unpacking; what is made of them takes several times as
         *     much
         * @throws IllegalArgumentException if it is less than 1
         */
        public Builder largestBody(int bytes) {
            bodies = JsonApiConverterFactory.create(bytes);
            return this;
        }

        /** Has a listener told of every attempt of every call; may be called for several. */
        public Builder listener(CallListener listener) {
            calls.listener(listener);
            return this;
        }

        /**
         * Sets the clock that tokens are dated and timeouts measured by; if not set, tokens are dated by the system's, and
         * timeouts measured so that setting it does not matter.
         */
        public Builder clock(Clock clock) {
            auth.clock(clock);
            calls.clock(clock);
            return this;
        }

        /** Sets what waits between the attempts of a call; {@link Sleeper#SYSTEM} if not set. */
        public Builder sleeper(Sleeper sleeper) {
            calls.sleeper(sleeper);
            return this;
        }

        /**
         * Names the program in the {@code User-Agent} header, before the name of this library.
         *
         * @param product such as {@code release-bot/2.1}; {@link #build()} refuses what no header can hold
         */
        public Builder userAgent(String product) {
            userAgent = Objects.requireNonNull(product, "product");
            return this;
        }

        /** Builds the client; nothing is sent and no token signed yet. */
        public AppStoreConnect build() {
            return new AppStoreConnect(this);
        }

        private AscCallAdapterFactory newCalls(AppStoreConnectAuth interceptor) {
            if (limiter != null) {
                calls.limiter(limiter, interceptor);
            }
            return calls.build();
        }

        private OkHttpClient newHttpClient(AppStoreConnectAuth interceptor, RateLimitRecorder recorder) {
            OkHttpClient.Builder builder = httpClient == null ? newOwn() : httpClient.newBuilder();
            return builder.addInterceptor(new UserAgent(userAgent))
                    .addInterceptor(recorder)
                    .addInterceptor(interceptor)
                    .build();
        }

        private static OkHttpClient.Builder newOwn() {
            Dispatcher dispatcher = new Dispatcher();
            dispatcher.setMaxRequestsPerHost(ASYNC_CALLS_AT_A_TIME);
            return new OkHttpClient.Builder().readTimeout(READ_TIMEOUT).dispatcher(dispatcher);
        }
    }
}
