package io.github.ascjava.auth;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ProtocolException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * An OkHttp application interceptor that authorizes requests to App Store Connect with tokens of an API key.
 *
 * <pre>{@code
 * OkHttpClient http = new OkHttpClient.Builder()
 *     .addInterceptor(AppStoreConnectAuth.interceptor(key))
 *     .build();
 * }</pre>
 *
 * <ul>
 *   <li>A token goes to URLs below the configured base URL and nowhere else: not to upload hosts, and not across a
 *       redirect to another host, to a path outside the base URL or to the path of another key. To an http base URL, which
 *       must be on this machine, it goes without a proxy. A request that already has an {@code Authorization} header is left alone.
 *   <li>One token serves all requests until shortly before it expires.
 *   <li>After a 401, the request is retried once with a newly signed token, if its body is replayable. If the
 *       response's {@code Date} reveals clock skew, later tokens are dated accordingly; see
 *       {@link Builder#maxClockSkew(Duration)}.
 *   <li>A request that Apple does not allow for individual keys fails with an {@link AuthenticationException} before it
 *       is sent.
 *   <li>The response's request carries no token; {@link AuthOutcome#of(Response)} describes what was done.
 * </ul>
 *
 * <p>It must not be a network interceptor: those run again after a redirect and would hand the token to the new host.
 * Thread-safe; share one instance between all clients that use the key.
 *
 * @see <a href="https://developer.apple.com/documentation/appstoreconnectapi/generating-tokens-for-api-requests">
 *     Generating Tokens for API Requests</a>
 * @since 0.1.0
 */
public final class AppStoreConnectAuth implements Interceptor {

    private static final String AUTHORIZATION = "Authorization";
    private static final int UNAUTHORIZED = 401;
    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD");
    /** As many as OkHttp follows by itself. */
    private static final int MOST_REDIRECTS = 20;

    private final TrustedOrigins destinations;
    private final List<Route> routes;
    private final boolean checkKeyRestrictions;
    private final ServerClock clock;

    private AppStoreConnectAuth(Builder builder) {
        this.destinations = builder.destinations;
        this.checkKeyRestrictions = builder.checkKeyRestrictions;
        this.clock = new ServerClock(builder.clock, builder.maxClockSkew);
        // Longest first, so that the first match is the closest one; the default key comes last.
        this.routes = builder.routes.stream()
                .sorted(Comparator.comparingInt((RouteSpec spec) -> spec.path().size())
                        .reversed())
                .map(spec -> new Route(spec.path(), spec.key(), new TokenCache(spec.key(), clock)))
                .toList();
    }

    /**
     * Returns an interceptor that authorizes requests to Apple with a key.
     *
     * @param key the key; its kind determines the host
     */
    public static AppStoreConnectAuth interceptor(ApiKey key) {
        return builder(key).build();
    }

    /**
     * Returns a builder, for settings beyond the key.
     *
     * @param key the key for all requests that no {@linkplain Builder#keyForPath route} claims
     */
    public static Builder builder(ApiKey key) {
        return new Builder(key);
    }

    /**
     * Sends a request with a token if it goes to the configured base URL, and unchanged otherwise.
     *
     * @throws AuthenticationException if no token could be signed
     * @throws AuthenticationException if Apple does not allow the request for keys of this kind
     * @throws ProtocolException if a write is redirected to a path for which its token is not meant
     */
    @Override
    public Response intercept(Chain chain) throws IOException {
        if (chain.connection() != null) {
            throw new IOException(
                    "AppStoreConnectAuth was added as a network interceptor, which would give tokens to hosts"
                            + " that a redirect names. Add it with addInterceptor.");
        }
        Request request = chain.request();
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            List<String> path = destinations.pathWithin(request.url());
            if (path == null || request.header(AUTHORIZATION) != null) {
                return chain.proceed(request);
            }
            Route route = routeOf(path);
            requireAllowed(route.key, request, path);
            try {
                return exchange(guarded(chain, request, route), request, route);
            } catch (RedirectGuard.OutOfScopeException e) {
                request = redirected(request, e.url(), route.key);
            }
        }
        throw new ProtocolException("Too many redirects: more than " + MOST_REDIRECTS + ".");
    }

    private Response exchange(Chain chain, Request request, Route route) throws IOException {
        Token token = route.tokens.get();
        long sentMillis = clock.localMillis();
        Response response = chain.proceed(authorized(request, token));
        // A request without a token was redirected to another host, and the 401 is that host's.
        if (response.code() != UNAUTHORIZED || response.request().header(AUTHORIZATION) == null) {
            return finished(response, route.key, 1, null);
        }
        String clockProblem = learnTime(response, sentMillis);
        if (!isReplayable(request.body())) {
            route.tokens.discard(token);
            return finished(response, route.key, 1, clockProblem);
        }
        response.close();
        Token other = route.tokens.replace(token);
        return finished(chain.proceed(authorized(request, other)), route.key, 2, clockProblem);
    }

    private @Nullable String learnTime(Response response, long sentMillis) {
        Instant date = response.headers().getInstant("Date");
        return date == null
                ? null
                : clock.learn(
                        date,
                        sentMillis,
                        TrustedOrigins.isApples(response.request().url()));
    }

    private Chain guarded(Chain chain, Request request, Route route) {
        Chain direct =
                destinations.base().isHttps() ? chain : LoopbackProxySelector.withoutProxy(destinations.base(), chain);
        return direct.withCookieJar(new RedirectGuard(chain.getCookieJar(), request.url(), url -> isFor(route, url)));
    }

    /** By identity: on JDK 17, comparing records leaves a class, and so its loader, in a cache of the JDK. */
    @SuppressWarnings("ReferenceEquality")
    private boolean isFor(Route route, HttpUrl url) {
        List<String> path = destinations.pathWithin(url);
        return path != null && routeOf(path) == route;
    }

    /** Returns the request that follows a redirect out of the scope of a token; it gets the token for its own URL, if any. */
    private static Request redirected(Request request, HttpUrl target, ApiKey key) throws ProtocolException {
        if (!SAFE_METHODS.contains(request.method())) {
            throw new ProtocolException(request.method() + " " + request.url().encodedPath() + " was redirected to "
                    + target.encodedPath() + ", a path that does not get the tokens of " + key
                    + ", so the redirect was not followed. Check the base URL and the server behind it.");
        }
        return request.newBuilder().url(target).build();
    }

    /**
     * Returns the current token of the key for requests without a route, signing one if necessary.
     *
     * <p>Use it to hand a token to another program; requests through this interceptor do not need it.
     *
     * @throws AuthenticationException if signing fails
     * @throws InterruptedIOException if the thread is interrupted while another one signs
     */
    public Token token() throws AuthenticationException, InterruptedIOException {
        return routeOf(List.of()).tokens.get();
    }

    /** Returns the key for requests without a route. */
    public ApiKey key() {
        return routeOf(List.of()).key;
    }

    /** Returns the key whose token a request to a URL gets, or null if it is sent without one. */
    public @Nullable ApiKey keyFor(HttpUrl url) {
        List<String> path = destinations.pathWithin(url);
        return path == null ? null : routeOf(path).key;
    }

    /** Returns the URL below which requests get a token; it ends in a slash. */
    public HttpUrl baseUrl() {
        return destinations.base();
    }

    /**
     * Returns how far Apple's clock is ahead of this machine's, as learned from 401 responses.
     *
     * @return negative if this machine's clock is ahead, zero if there is no skew or none is known
     */
    public Duration clockOffset() {
        return clock.offset();
    }

    @Override
    public String toString() {
        return "AppStoreConnectAuth[" + key() + " for " + baseUrl().redact() + "]";
    }

    private Route routeOf(List<String> path) {
        for (Route route : routes) {
            if (route.covers(path)) {
                return route;
            }
        }
        throw new IllegalStateException("The route of the empty path covers every path.");
    }

    private void requireAllowed(ApiKey key, Request request, List<String> path) throws AuthenticationException {
        if (!checkKeyRestrictions || !(key instanceof IndividualKey)) {
            return;
        }
        String area = IndividualKeyRules.forbiddenArea(path);
        if (area != null) {
            throw AuthenticationException.keyNotAllowed(
                    request.method() + " " + request.url().encodedPath() + " was not sent: Apple"
                            + " does not give individual keys access to " + area
                            + ". Use a team key, for all requests or as a route"
                            + " for this path.");
        }
    }

    private static Request authorized(Request request, Token token) {
        return request.newBuilder().header(AUTHORIZATION, token.authorization()).build();
    }

    /** Removes the token from the request that callers see; they may log it, or reuse it after the token has expired. */
    private Response finished(Response response, ApiKey key, int attempts, @Nullable String clockProblem) {
        Request clean = response.request()
                .newBuilder()
                .removeHeader(AUTHORIZATION)
                .tag(AuthOutcome.class, new AuthOutcome(key, attempts, clock.offset(), clockProblem))
                .build();
        return response.newBuilder().request(clean).build();
    }

    private static boolean isReplayable(@Nullable RequestBody body) {
        return body == null || !(body.isOneShot() || body.isDuplex());
    }

    private record RouteSpec(List<String> path, ApiKey key) {}

    private record Route(List<String> path, ApiKey key, TokenCache tokens) {

        boolean covers(List<String> requested) {
            return path.isEmpty()
                    || (requested.size() >= path.size()
                            && requested.subList(0, path.size()).equals(path));
        }
    }

    /** Builds an {@link AppStoreConnectAuth}; not thread-safe. */
    public static final class Builder {

        private final AppleApi api;
        private final List<RouteSpec> routes = new ArrayList<>();
        private TrustedOrigins destinations;
        private boolean checkKeyRestrictions = true;
        private Clock clock = Clock.systemUTC();
        private Duration maxClockSkew = Duration.ofDays(1);

        private Builder(ApiKey key) {
            this.api = key.api();
            this.destinations = TrustedOrigins.of(api);
            routes.add(new RouteSpec(List.of(), key));
        }

        /**
         * Sends requests and tokens to another base URL than Apple's, such as a sandbox or a company gateway.
         *
         * @param baseUrl https, or http to this machine; ends in a slash
         * @throws IllegalArgumentException if the URL is malformed or would carry tokens in clear text
         */
        public Builder baseUrl(String baseUrl) {
            destinations = TrustedOrigins.of(HttpUrl.get(baseUrl));
            return this;
        }

        /**
         * Uses another key for a path and everything below it, because a key's roles can never be changed: a finance key
         * for {@code /v1/salesReports} beside a deployment key, say. The longest matching path wins.
         *
         * @param path a path as in Apple's documentation, such as {@code /v1/salesReports}
         * @param key a key of the same API as the main one
         * @throws IllegalArgumentException if the path is not absolute or has a route already, or the key is for the
         *     other API
         */
        public Builder keyForPath(String path, ApiKey key) {
            if (!path.matches("(/[^/?#\\s]+)+/?")) {
                throw new IllegalArgumentException(
                        "A route is an absolute path such as /v1/salesReports, but was '" + path + "'.");
            }
            if (key.api() != api) {
                throw new IllegalArgumentException("The key " + key + " for " + path + " is for another API than the"
                        + " main key; App Store Connect and the Enterprise Program each need their own interceptor.");
            }
            List<String> segments = List.of(path.substring(1).split("/"));
            if (routes.stream().anyMatch(route -> route.path().equals(segments))) {
                throw new IllegalArgumentException("The path " + path + " already has a key.");
            }
            routes.add(new RouteSpec(segments, key));
            return this;
        }

        /**
         * Signs the tokens of the main key with other settings than the key's own; those of {@linkplain #keyForPath routes}
         * are unchanged.
         */
        public Builder tokenSettings(TokenSettings settings) {
            routes.set(0, new RouteSpec(List.of(), routes.get(0).key().withTokenSettings(settings)));
            return this;
        }

        /**
         * Sets whether requests that Apple does not allow for individual keys fail before they are sent
         * (docs/live-service.md#individual-keys-are-limited); true by default.
         */
        public Builder checkKeyRestrictions(boolean check) {
            checkKeyRestrictions = check;
            return this;
        }

        /** Sets the clock that tokens are dated by; the system clock if not set. */
        public Builder clock(Clock newClock) {
            clock = Objects.requireNonNull(newClock, "clock");
            return this;
        }

        /**
         * Sets how far the {@code Date} of a 401 response may be ahead of the clock for tokens to be dated by it; one day
         * if not set.
         *
         * <p>It limits servers other than Apple's own, such as a gateway: a token that is dated ahead becomes valid on that
         * date, and whoever received it can use it then. Apple's servers, over https, may correct any clock.
         *
         * @throws IllegalArgumentException if the duration is negative
         */
        public Builder maxClockSkew(Duration ahead) {
            if (ahead.isNegative()) {
                throw new IllegalArgumentException("maxClockSkew must not be negative, but was " + ahead + ".");
            }
            maxClockSkew = ahead;
            return this;
        }

        /** Builds the interceptor. */
        public AppStoreConnectAuth build() {
            return new AppStoreConnectAuth(this);
        }
    }
}
