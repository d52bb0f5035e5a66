package io.github.ascjava.auth;

import java.util.List;
import java.util.function.Predicate;
import okhttp3.Cookie;
import okhttp3.CookieJar;
import okhttp3.HttpUrl;

/**
 * Stops a redirect that would carry a token to a URL for which the token is not meant.
 *
 * <p>OkHttp follows redirects after the application interceptors have run, and keeps the {@code Authorization} header as
 * long as scheme, host and port stay the same. A cookie jar is the one part that an application interceptor can set for a
 * single request and that OkHttp consults, with the URL, before it sends each of the requests that follow.
 *
 * <p>For one request; not thread-safe.
 */
final class RedirectGuard implements CookieJar {

    private final CookieJar cookies;
    private final HttpUrl requested;
    private final Predicate<HttpUrl> scope;
    private boolean hasLeftOrigin;

    /**
     * @param cookies the jar that holds the cookies
     * @param requested the URL of the request that has the token
     * @param scope whether the token is meant for a URL
     */
    RedirectGuard(CookieJar cookies, HttpUrl requested, Predicate<HttpUrl> scope) {
        this.cookies = cookies;
        this.requested = requested;
        this.scope = scope;
    }

    @Override
    public List<Cookie> loadForRequest(HttpUrl url) {
        // OkHttp has removed the header by then, and does not put it back.
        hasLeftOrigin |= !TrustedOrigins.isSameOrigin(url, requested);
        if (!hasLeftOrigin && !scope.test(url)) {
            throw new OutOfScopeException(url);
        }
        return cookies.loadForRequest(url);
    }

    @Override
    public void saveFromResponse(HttpUrl url, List<Cookie> received) {
        cookies.saveFromResponse(url, received);
    }

    /** Unchecked, because a cookie jar has no other way to stop a request; the interceptor catches it. */
    static final class OutOfScopeException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient HttpUrl url;

        private OutOfScopeException(HttpUrl url) {
            super("A redirect leads out of the scope of its token.", null, false, false);
            this.url = url;
        }

        HttpUrl url() {
            return url;
        }
    }
}
