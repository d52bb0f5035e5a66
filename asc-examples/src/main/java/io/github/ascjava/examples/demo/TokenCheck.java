package io.github.ascjava.examples.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Clock;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Checks tokens of a team key by Apple's rules (facts 2.1, 2.2).
 *
 * <p>Written against the JDK alone, so that it shares no code with what signs the tokens.
 */
final class TokenCheck {

    private static final long LONGEST_SECONDS = 20 * 60;
    private static final String PREFIX = "Bearer ";

    private final ObjectMapper mapper = new ObjectMapper();
    private final String keyId;
    private final String issuerId;
    private final PublicKey publicKey;
    private final Clock clock;

    TokenCheck(String keyId, String issuerId, PublicKey publicKey, Clock clock) {
        this.keyId = keyId;
        this.issuerId = issuerId;
        this.publicKey = publicKey;
        this.clock = clock;
    }

    boolean accepts(@Nullable String authorization) {
        if (authorization == null || !authorization.startsWith(PREFIX)) {
            return false;
        }
        String[] parts = authorization.substring(PREFIX.length()).split("\\.", -1);
        try {
            return parts.length == 3
                    && isGoodHeader(json(parts[0]))
                    && isSigned(parts[0] + "." + parts[1], parts[2])
                    && areGoodClaims(json(parts[1]));
        } catch (IOException | IllegalArgumentException | GeneralSecurityException e) {
            // No JSON, no base64url or no signature at all; Apple tells none of these apart either.
            return false;
        }
    }

    private boolean isGoodHeader(JsonNode header) {
        return header.path("alg").asText().equals("ES256")
                && header.path("kid").asText().equals(keyId)
                && header.path("typ").asText().equals("JWT");
    }

    private boolean isSigned(String signed, String signature) throws GeneralSecurityException {
        Signature verifier = Signature.getInstance("SHA256withECDSAinP1363Format");
        verifier.initVerify(publicKey);
        verifier.update(signed.getBytes(StandardCharsets.US_ASCII));
        return verifier.verify(Base64.getUrlDecoder().decode(signature));
    }

    private boolean areGoodClaims(JsonNode claims) {
        long now = clock.instant().getEpochSecond();
        long issued = claims.path("iat").asLong();
        long expires = claims.path("exp").asLong();
        return claims.path("iss").asText().equals(issuerId)
                && claims.path("aud").asText().equals("appstoreconnect-v1")
                && issued <= now
                && expires > now
                && expires - issued <= LONGEST_SECONDS;
    }

    private JsonNode json(String part) throws IOException {
        return mapper.readTree(Base64.getUrlDecoder().decode(part));
    }
}
