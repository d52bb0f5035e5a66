package io.github.ascjava.client;

import io.github.ascjava.auth.ApiKey;
import io.github.ascjava.auth.AppStoreConnectAuth;
import io.github.ascjava.auth.TokenScope;
import io.github.ascjava.auth.TokenSettings;
import io.github.ascjava.client.call.ApiCall;
import io.github.ascjava.client.call.ClientOptions;
import io.github.ascjava.client.call.PagedCall;
import io.github.ascjava.client.call.RateLimit;
import io.github.ascjava.client.error.ReadOnlyClientException;
import io.github.ascjava.client.internal.DefaultHttpClient;
import io.github.ascjava.client.internal.DefaultMethods;
import io.github.ascjava.client.internal.RateLimitRecorder;
import io.github.ascjava.client.internal.ReadOnly;
import io.github.ascjava.client.internal.UserAgent;
import io.github.ascjava.client.retrofit.AscCallAdapterFactory;
import io.github.ascjava.client.retrofit.JsonApiConverterFactory;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
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
 * <p>One instance serves a whole program: it is thread-safe and reuses connections and tokens. Its threads are daemon
 * threads, which do not keep a program running. Close a client that a running program no longer needs; otherwise its idle
 * connections close after a minute.
 *
 * @see <a href="https://developer.apple.com/documentation/appstoreconnectapi">App Store Connect API</a>
 * @since 0.1.0
 */
public final class AppStoreConnect extends AppStoreConnectApis implements AutoCloseable {

    private final ClientOptions options;
    private final AppStoreConnectAuth auth;
    private final OkHttpClient httpClient;
    private final boolean ownsHttpClient;
    private final RateLimitRecorder rateLimits;
    private final Retrofit retrofit;
    private final Map<Class<?>, Object> apis = new ConcurrentHashMap<>();

    private AppStoreConnect(Builder builder) {
        this.options = builder.finalOptions();
        this.auth = builder.newAuth(options.clock());
        this.rateLimits = new RateLimitRecorder();
        this.ownsHttpClient = builder.httpClient == null;
        this.httpClient = builder.newHttpClient(auth, rateLimits, options.readOnly());
        this.retrofit = new Retrofit.Builder()
                .baseUrl(auth.baseUrl())
                .client(httpClient)
                .addCallAdapterFactory(AscCallAdapterFactory.create(options, auth))
                .addConverterFactory(JsonApiConverterFactory.create(options))
                .build();
    }

    /**
     * Creates a client with the default options.
     *
     * @param key the key that signs all requests
     */
    public static AppStoreConnect create(ApiKey key) {
        return builder(key).build();
    }

    /**
     * Returns a builder, for settings beyond the key.
     *
     * @param key the key for all requests without a route to another key
     */
    public static Builder builder(ApiKey key) {
        return new Builder(key);
    }

    /**
     * Returns an implementation of a Retrofit interface, such as a custom one for operations that this library lacks.
     *
     * <p>Each interface is implemented once, on first use.
     *
     * @param api an interface whose methods return {@link ApiCall} or {@link PagedCall}
     */
    @Override
    public <T> T api(Class<T> api) {
        return api.cast(apis.computeIfAbsent(api, type -> DefaultMethods.of(api, retrofit.create(api))));
    }

    /** Returns the rate limit that was reported last, or {@link RateLimit#UNKNOWN}. */
    public RateLimit rateLimit() {
        return rateLimits.newest();
    }

    /** Returns the options that calls are carried out with. */
    public ClientOptions options() {
        return options;
    }

    /**
     * Fails if this client is {@linkplain Builder#readOnly() read-only}, for code that changes something at Apple without
     * a call of this client, such as an upload to a signed URL.
     *
     * @param operation what is about to be changed, for the message
     * @throws ReadOnlyClientException if the client is read-only
     */
    public void requireWritable(String operation) {
        if (options.readOnly()) {
            throw new ReadOnlyClientException(operation);
        }
    }

    /** Returns the interceptor that signs tokens and authorizes requests. */
    public AppStoreConnectAuth auth() {
        return auth;
    }

    /** Returns the HTTP client in use, which authorizes what it sends to the base URL. */
    public OkHttpClient httpClient() {
        return httpClient;
    }

    /** Returns the Retrofit in use. */
    public Retrofit retrofit() {
        return retrofit;
    }

    /**
     * Closes the idle connections and accepts no further asynchronous calls, unless the HTTP client was passed in. Calls
     * under way end as usual.
     */
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

        private final AppStoreConnectAuth.Builder auth;
        private final ApiKey key;
        private ClientOptions options = ClientOptions.DEFAULT;
        private @Nullable Boolean readOnly;
        private @Nullable OkHttpClient httpClient;
        private @Nullable String userAgent;

        private Builder(ApiKey key) {
            this.key = key;
            this.auth = AppStoreConnectAuth.builder(key);
        }

        /**
         * Sends requests to another base URL than Apple's, such as a sandbox or a company gateway.
         *
         * @param baseUrl https, or http to this machine; ends in a slash
         * @throws IllegalArgumentException if the URL is malformed or would carry tokens in clear text
         */
        public Builder baseUrl(String baseUrl) {
            auth.baseUrl(baseUrl);
            return this;
        }

        /**
         * Changes how requests are authorized: keys for single paths, the clock, the check of individual keys.
         *
         * @param change called once with the builder, before this method returns
         */
        public Builder auth(Consumer<AppStoreConnectAuth.Builder> change) {
            change.accept(auth);
            return this;
        }

        /**
         * Shares the connections, threads and settings of another client: proxies, interceptors, TLS and so on.
         *
         * <p>Its interceptors come before the one that authorizes and see requests without a token. Its dispatcher
         * limits how many asynchronous calls are sent at a time: 5 per host by default, while the library's default
         * client sends 16.
         */
        public Builder httpClient(OkHttpClient client) {
            httpClient = Objects.requireNonNull(client, "client");
            return this;
        }

        /**
         * Sets how calls are carried out: retries, timeout, rate limiter, listeners, clock and limits.
         *
         * @param newOptions replaces all options set so far
         */
        public Builder options(ClientOptions newOptions) {
            options = Objects.requireNonNull(newOptions, "options");
            return this;
        }

        /**
         * Changes how calls are carried out, as in {@code options(o -> o.timeout(Duration.ofSeconds(30)))}.
         *
         * @param change called once with a builder of the options set so far, before this method returns
         */
        public Builder options(Consumer<ClientOptions.Builder> change) {
            ClientOptions.Builder builder = options.toBuilder();
            change.accept(builder);
            options = builder.build();
            return this;
        }

        /**
         * Makes the client read-only: every call that could change something fails before it is sent, with a {@link
         * ReadOnlyClientException}.
         *
         * <p>GET requests pass, and so do POST requests that only compute something. It holds for everything that is made
         * of this client: custom Retrofit interfaces, uploads, submissions to the notary, and {@link
         * AppStoreConnect#httpClient()}. Another HTTP client with the same {@link AppStoreConnectAuth} is out of its
         * reach; what limits the token itself is {@link #readOnly(List)}.
         *
         * <p>Replacing the options does not turn it off.
         */
        public Builder readOnly() {
            return readOnly(true);
        }

        /** Like {@link #readOnly()} if true; allows all calls if false, whatever the options say. */
        public Builder readOnly(boolean only) {
            readOnly = only;
            return this;
        }

        /**
         * Makes the client {@linkplain #readOnly() read-only}, and its tokens valid for these GET requests only, so that a
         * token that leaks changes nothing either.
         *
         * <p>Apple has no scope for all reads: each path, with the IDs in it, has to be listed, and everything else is 401
         * (docs/live-service.md#scopes-ignore-paging-parameters). Keys for single paths keep their own settings.
         *
         * @param scopes at least one; the lifetime of tokens is that of the key's settings
         * @throws IllegalArgumentException if there is none, or the lifetime is too long for these scopes
         */
        public Builder readOnly(List<TokenScope> scopes) {
            auth.tokenSettings(TokenSettings.scoped(key.tokenSettings().lifetime(), scopes.toArray(new TokenScope[0])));
            return readOnly(true);
        }

        /**
         * Names the program in the {@code User-Agent} header, before the name of this library.
         *
         * @param product such as {@code release-bot/2.1}; {@link #build()} rejects characters that a header cannot hold
         */
        public Builder userAgent(String product) {
            userAgent = Objects.requireNonNull(product, "product");
            return this;
        }

        /** Builds the client. Nothing is sent and no token is signed yet. */
        public AppStoreConnect build() {
            return new AppStoreConnect(this);
        }

        private ClientOptions finalOptions() {
            Boolean only = readOnly;
            return only == null ? options : options.toBuilder().readOnly(only).build();
        }

        private AppStoreConnectAuth newAuth(@Nullable Clock clock) {
            return clock == null ? auth.build() : auth.clock(clock).build();
        }

        private OkHttpClient newHttpClient(
                AppStoreConnectAuth interceptor, RateLimitRecorder recorder, boolean isReadOnly) {
            OkHttpClient.Builder builder = httpClient == null ? DefaultHttpClient.builder() : httpClient.newBuilder();
            if (isReadOnly) {
                builder.addInterceptor(new ReadOnly());
            }
            return builder.addInterceptor(new UserAgent(userAgent))
                    .addInterceptor(recorder)
                    .addInterceptor(interceptor)
                    .build();
        }
    }
}
