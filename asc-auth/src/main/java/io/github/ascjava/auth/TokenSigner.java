package io.github.ascjava.auth;

import io.jsonwebtoken.JwtBuilder;
import io.jsonwebtoken.Jwts;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;

/** Signs the tokens of one key (docs/live-service.md#token-claims). */
final class TokenSigner {

    private final ApiKey key;
    private final ClaimsWriter claimsWriter = new ClaimsWriter();

    TokenSigner(ApiKey key) {
        this.key = key;
    }

    Token sign(Instant now) {
        Instant issuedAt = now.minus(TokenSettings.BACKDATE).truncatedTo(ChronoUnit.SECONDS);
        Instant expiresAt = issuedAt.plus(key.tokenSettings().lifetime()).truncatedTo(ChronoUnit.SECONDS);
        ApiKey.Claim identity = key.identityClaim();
        JwtBuilder jwt = Jwts.builder()
                .json(claimsWriter)
                .header()
                .keyId(key.keyId())
                .type("JWT")
                .and()
                .claim(identity.name(), identity.value())
                .issuedAt(Date.from(issuedAt))
                .expiration(Date.from(expiresAt))
                // As a claim, because JJWT's audience() writes an array and Apple documents a string.
                .claim("aud", key.api().audience());
        if (!key.tokenSettings().scopes().isEmpty()) {
            jwt.claim(
                    "scope",
                    key.tokenSettings().scopes().stream()
                            .map(TokenScope::toString)
                            .toList());
        }
        return new Token(jwt.signWith(key.privateKey(), Jwts.SIG.ES256).compact(), issuedAt, expiresAt);
    }
}
