package io.github.ascjava.client.internal;

import okhttp3.HttpUrl;

/**
 * Decides whether a request may go on to a URL that a response names, in a redirect or a link.
 *
 * @param base the URL below which requests get a token; it ends in a slash
 */
record LinkScope(HttpUrl base) {

    /** Returns whether the URL has the origin of the one before and, if that is below the base URL, is below it, too. */
    boolean allows(HttpUrl from, HttpUrl to) {
        return isSameOrigin(from, to) && (isBelowBase(to) || !isBelowBase(from));
    }

    private boolean isBelowBase(HttpUrl url) {
        return isSameOrigin(base, url) && url.encodedPath().startsWith(base.encodedPath());
    }

    static boolean isSameOrigin(HttpUrl url, HttpUrl other) {
        return url.scheme().equals(other.scheme()) && url.host().equals(other.host()) && url.port() == other.port();
    }
}
