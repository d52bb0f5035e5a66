package io.github.ascjava.auth;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * The URLs that a token may be sent to: the configured base URL and, for Apple's own, the Notary API, which accepts
 * the same tokens on another host.
 *
 * <p>No other host gets a token: uploads and report downloads have signed URLs, and a link in a response may name any host.
 */
final class TrustedOrigins {

    private static final HttpUrl NOTARY = HttpUrl.get("https://appstoreconnect.apple.com/notary/");
    private static final Set<String> LOOPBACK_NAMES = Set.of("localhost", "::1");
    /** A host such as 127.999.1.1 is a name, which any name server may resolve to any address. */
    private static final Pattern LOOPBACK_ADDRESS =
            Pattern.compile("127(\\.(0|[1-9]\\d?|1\\d\\d|2[0-4]\\d|25[0-5])){3}");

    private static final Pattern UPWARDS = Pattern.compile("(^|[/\\\\])\\.\\.($|[/\\\\;])");

    private final HttpUrl base;
    private final boolean withNotary;

    private TrustedOrigins(HttpUrl base, boolean withNotary) {
        this.base = base;
        this.withNotary = withNotary;
    }

    static TrustedOrigins of(AppleApi api) {
        return new TrustedOrigins(api.baseUrl(), api == AppleApi.APP_STORE_CONNECT);
    }

    /**
     * Allows another base URL, such as a sandbox or a company gateway.
     *
     * @throws IllegalArgumentException if it would carry tokens over the network in clear text
     */
    static TrustedOrigins of(HttpUrl base) {
        if (!base.isHttps() && !isLoopback(base.host())) {
            throw new IllegalArgumentException("The base URL " + base.redact() + " would send tokens in clear text; use"
                    + " https. Plain http is allowed to this machine (localhost) only.");
        }
        if (!base.encodedPath().endsWith("/") || base.encodedQuery() != null || base.encodedFragment() != null) {
            throw new IllegalArgumentException(
                    "The base URL " + base.redact() + " must end in / and have neither query nor fragment.");
        }
        return new TrustedOrigins(base, false);
    }

    HttpUrl base() {
        return base;
    }

    /** Returns the path segments below the base, or null if no token may go to this URL. */
    @Nullable
    List<String> pathWithin(HttpUrl url) {
        if (isBelow(base, url)) {
            // A base URL ends in a slash, that is, in an empty segment.
            return url.pathSegments().subList(base.pathSize() - 1, url.pathSize());
        }
        return withNotary && isBelow(NOTARY, url) ? url.pathSegments() : null;
    }

    /** Returns whether a response from this URL is Apple's, which TLS proves. */
    static boolean isApples(HttpUrl url) {
        return isSameOrigin(url, NOTARY)
                || Arrays.stream(AppleApi.values()).anyMatch(api -> isSameOrigin(url, api.baseUrl()));
    }

    static boolean isSameOrigin(HttpUrl url, HttpUrl other) {
        return url.host().equals(other.host())
                && url.port() == other.port()
                && url.scheme().equals(other.scheme());
    }

    private static boolean isBelow(HttpUrl base, HttpUrl url) {
        return isSameOrigin(url, base) && url.encodedPath().startsWith(base.encodedPath()) && !leadsUpwards(url);
    }

    /** A gateway that decodes an escaped slash would leave the base path by such a segment. */
    private static boolean leadsUpwards(HttpUrl url) {
        for (String segment : url.pathSegments()) {
            if (segment.contains("..") && UPWARDS.matcher(segment).find()) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLoopback(String host) {
        return LOOPBACK_NAMES.contains(host) || LOOPBACK_ADDRESS.matcher(host).matches();
    }
}
