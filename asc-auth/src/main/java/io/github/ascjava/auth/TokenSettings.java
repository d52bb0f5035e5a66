package io.github.ascjava.auth;

import java.time.Duration;
import java.util.List;

/**
 * The lifetime and the scopes of the tokens of a key.
 *
 * <p>The rules are Apple's: a token lives for at most 20 minutes, counted from {@code iat} to {@code exp}. It may live
 * for up to six months if it has a scope, the scope holds GET requests only, and all of them are for Xcode Cloud
 * resources or for power and performance metrics. Settings that break a rule are rejected at once, because Apple would
 * respond with a 401 without a reason.
 *
 * <p>Immutable and thread-safe.
 *
 * @see <a href="https://developer.apple.com/documentation/appstoreconnectapi/generating-tokens-for-api-requests">
 *     Generating Tokens for API Requests</a>
 * @since 0.1.0
 */
public final class TokenSettings {

    /** How far {@code iat} is backdated, so that a slightly fast clock does no harm. */
    static final Duration BACKDATE = Duration.ofSeconds(60);

    private static final Duration SHORTEST = Duration.ofMinutes(2);
    private static final Duration LONGEST = Duration.ofMinutes(20);
    /** Apple says six months; the shortest six months have 181 days. */
    private static final Duration LONGEST_SCOPED = Duration.ofDays(181);

    private static final TokenSettings STANDARD = new TokenSettings(Duration.ofMinutes(19), List.of());

    private final Duration lifetime;
    private final List<TokenScope> scopes;

    private TokenSettings(Duration lifetime, List<TokenScope> scopes) {
        this.lifetime = lifetime;
        this.scopes = scopes;
    }

    /** Returns the default settings: 19 minutes, no scope. */
    public static TokenSettings standard() {
        return STANDARD;
    }

    /**
     * Returns settings for tokens without scope, which allow everything that the key's roles allow.
     *
     * @param lifetime from {@code iat}, which lies 60 seconds back, to {@code exp}; 2 to 20 minutes
     * @throws IllegalArgumentException if the lifetime is out of range
     */
    public static TokenSettings lifetime(Duration lifetime) {
        return new TokenSettings(
                requireInRange(lifetime, LONGEST, "without a scope lives at most 20 minutes"), List.of());
    }

    /**
     * Returns settings for tokens that authorize the given requests only.
     *
     * @param lifetime from {@code iat}, which lies 60 seconds back, to {@code exp}; at least 2 minutes, at most 20 minutes
     *     or, if all scopes are for resources on Apple's list for long-lived tokens, 181 days
     * @param scopes at least one
     * @throws IllegalArgumentException if the lifetime is out of range for these scopes
     */
    public static TokenSettings scoped(Duration lifetime, TokenScope... scopes) {
        List<TokenScope> copy = List.of(scopes);
        if (copy.isEmpty()) {
            throw new IllegalArgumentException("A scoped token needs at least one scope.");
        }
        List<TokenScope> shortLived =
                copy.stream().filter(scope -> !scope.allowsLongLife()).toList();
        Duration checked = shortLived.isEmpty()
                ? requireInRange(lifetime, LONGEST_SCOPED, "with these scopes lives at most six months (181 days)")
                : requireInRange(
                        lifetime, LONGEST, "with the scope " + shortLived.get(0) + " lives at most 20 minutes");
        return new TokenSettings(checked, copy);
    }

    /** Returns the time from {@code iat} to {@code exp}. */
    public Duration lifetime() {
        return lifetime;
    }

    /** Returns the entries of the {@code scope} claim; empty for tokens without scope. */
    public List<TokenScope> scopes() {
        return scopes;
    }

    boolean isLongLived() {
        return lifetime.compareTo(LONGEST) > 0;
    }

    private static Duration requireInRange(Duration lifetime, Duration longest, String rule) {
        if (lifetime.compareTo(longest) > 0) {
            throw new IllegalArgumentException(
                    "By Apple's rules a token " + rule + ", but " + lifetime + " was requested.");
        }
        if (lifetime.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException("A token lives at least 2 minutes, because its start is backdated by "
                    + BACKDATE.toSeconds() + " seconds, but " + lifetime + " was requested.");
        }
        return lifetime;
    }

    @Override
    public String toString() {
        return "TokenSettings[lifetime=" + lifetime + ", scopes=" + scopes + "]";
    }
}
