package io.github.ascjava.testing.internal.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * The claims of a token that are checked for each request: its validity period and scope.
 *
 * @param issuedAt {@code iat}, or null: the live service accepts tokens without it
 * @param expiresAt {@code exp}
 * @param scopes null if the token has no scope, and so allows everything
 */
record Claims(
        @Nullable Instant issuedAt,
        Instant expiresAt,
        @Nullable List<Scope> scopes) {

    private static final Duration LONGEST = Duration.ofMinutes(20);
    private static final int LONGEST_SCOPED_MONTHS = 6;

    /** Reads the claims; null if Apple would reject them regardless of time and request. */
    static @Nullable Claims read(JsonNode claims) {
        JsonNode iat = claims.path("iat");
        JsonNode exp = claims.path("exp");
        JsonNode scope = claims.path("scope");
        if (!exp.isNumber()
                || !(iat.isNumber() || iat.isMissingNode())
                || !(scope.isArray() || scope.isMissingNode())) {
            return null;
        }
        return new Claims(
                iat.isNumber() ? Instant.ofEpochSecond(iat.asLong()) : null,
                Instant.ofEpochSecond(exp.asLong()),
                scope.isArray() ? scopes(scope) : null);
    }

    boolean allows(String method, HttpUrl url, Instant now) {
        return (issuedAt == null || !issuedAt.isAfter(now))
                && expiresAt.isAfter(now)
                && !expiresAt.isAfter(latestEnd(issuedAt == null ? now : issuedAt))
                && (scopes == null || scopes.stream().anyMatch(scope -> scope.allows(method, url)));
    }

    private Instant latestEnd(Instant start) {
        boolean mayLiveLong = scopes != null && scopes.stream().allMatch(Scope::allowsLongLife);
        return mayLiveLong
                ? start.atOffset(ZoneOffset.UTC)
                        .plusMonths(LONGEST_SCOPED_MONTHS)
                        .toInstant()
                : start.plus(LONGEST);
    }

    private static List<Scope> scopes(JsonNode entries) {
        List<Scope> scopes = new ArrayList<>();
        entries.forEach(entry -> scopes.add(Scope.parse(entry.asText())));
        return scopes;
    }
}
