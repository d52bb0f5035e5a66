package io.github.ascjava.uploads.internal.transfer;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Reads signed URLs. A signature covers every byte of path and query, and OkHttp escapes and resolves what it takes for
 * mistakes; such a URL is rejected instead of sent in another form.
 */
final class PresignedUrl {

    private static final Set<String> LOOPBACK_NAMES = Set.of("localhost", "::1");
    /** A host such as 127.999.1.1 is a name, which any name server may resolve to any address. */
    private static final Pattern LOOPBACK_ADDRESS =
            Pattern.compile("127(\\.(0|[1-9]\\d?|1\\d\\d|2[0-4]\\d|25[0-5])){3}");

    /** Scheme and authority, then what the request line contains. */
    private static final Pattern PARTS = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://[^/?#\\\\]+(.*)", Pattern.DOTALL);

    private PresignedUrl() {}

    /**
     * Parses a URL.
     *
     * @throws IllegalArgumentException if it is not a URL, would send the file unencrypted to another machine, or cannot be
     *     sent byte for byte; the message has no part of the URL but its host
     */
    static HttpUrl parse(@Nullable String text) {
        Matcher parts = PARTS.matcher(text == null ? "" : text);
        HttpUrl url = parts.matches() ? HttpUrl.parse(parts.group()) : null;
        if (url == null) {
            throw new IllegalArgumentException("its URL is missing or malformed");
        }
        requireEncrypted(url);
        if (!url.encodedUsername().isEmpty() || !url.encodedPassword().isEmpty()) {
            throw new IllegalArgumentException("its URL at " + url.host() + " has a user name or password");
        }
        String given = parts.group(1);
        if (!requestTarget(url).equals(given.startsWith("/") ? given : "/" + given)) {
            throw new IllegalArgumentException("its URL at " + url.host()
                    + " has characters that OkHttp would change, which would invalidate the signature");
        }
        return url;
    }

    /** Rejects plain http to other machines, as the client does for tokens: who can read the URL can send another file. */
    static void requireEncrypted(HttpUrl url) {
        if (!url.isHttps() && !isLoopback(url.host())) {
            throw new IllegalArgumentException("its URL at " + url.host()
                    + " is http, which would send the file unencrypted; https is needed for other machines");
        }
    }

    private static String requestTarget(HttpUrl url) {
        return url.encodedQuery() == null ? url.encodedPath() : url.encodedPath() + "?" + url.encodedQuery();
    }

    private static boolean isLoopback(String host) {
        return LOOPBACK_NAMES.contains(host) || LOOPBACK_ADDRESS.matcher(host).matches();
    }
}
