package io.github.ascjava.testing.internal.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.ascjava.testing.internal.http.ApiErrorException;
import io.github.ascjava.testing.internal.http.ApiRequest;
import io.github.ascjava.testing.internal.http.Errors;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Checks the token of each request by Apple's rules. Thread-safe.
 *
 * <p>Written without asc-auth and JJWT, so that it does not share their errors.
 */
public final class TokenCheck {

    private static final String PREFIX = "Bearer ";
    private static final String AUDIENCE = "appstoreconnect-v1";
    private static final String SIGNATURE = "SHA256withECDSAinP1363Format";
    /** More than an hour's rate limit, for clients that sign a token for each request. */
    private static final int REMEMBERED = 5_000;

    private final ObjectMapper mapper = new ObjectMapper();
    private final AcceptedKey key;
    private final Clock clock;
    /** By token; a signature is verified once, because that takes longer than the rest of a request. */
    private final Map<String, Known> known = new LinkedHashMap<>();

    /** Creates a check for the tokens of one key. */
    public TokenCheck(AcceptedKey key, Clock clock) {
        this.key = key;
        this.clock = clock;
    }

    /**
     * Checks the token of a request.
     *
     * @throws ApiErrorException 401, which does not say what is wrong with the token
     */
    public void check(ApiRequest request) {
        String header = request.headers().get("Authorization");
        Claims claims = header == null || !header.startsWith(PREFIX) ? null : claims(header.substring(PREFIX.length()));
        if (claims == null || !claims.allows(request.method(), request.url(), clock.instant())) {
            throw Errors.refusal("not-authorized");
        }
    }

    /** From now on, rejects every token that has been used so far. */
    public synchronized void expireAll() {
        known.replaceAll((token, claims) -> Known.EXPIRED);
    }

    private synchronized @Nullable Claims claims(String token) {
        Known remembered = known.get(token);
        if (remembered != null) {
            return remembered.claims();
        }
        Claims claims = read(token);
        if (claims != null) {
            known.put(token, new Known(claims));
            if (known.size() > REMEMBERED) {
                known.remove(known.keySet().iterator().next());
            }
        }
        return claims;
    }

    private @Nullable Claims read(String token) {
        String[] parts = token.split("\\.", -1);
        try {
            if (parts.length != 3 || !isGoodHeader(json(parts[0])) || !isSigned(parts[0] + "." + parts[1], parts[2])) {
                return null;
            }
            JsonNode claims = json(parts[1]);
            return isForThisKey(claims) && isForThisApi(claims.path("aud")) ? Claims.read(claims) : null;
        } catch (IOException | IllegalArgumentException | GeneralSecurityException e) {
            // Invalid JSON, base64url or signature; Apple does not distinguish these either.
            return null;
        }
    }

    private boolean isGoodHeader(JsonNode header) {
        return header.path("alg").asText().equals("ES256")
                && header.path("kid").asText().equals(key.keyId())
                && header.path("typ").asText().equals("JWT");
    }

    private boolean isSigned(String signed, String signature) throws GeneralSecurityException {
        Signature verifier = Signature.getInstance(SIGNATURE);
        verifier.initVerify(key.publicKey());
        verifier.update(signed.getBytes(StandardCharsets.US_ASCII));
        return verifier.verify(bytes(signature));
    }

    /** A team key's tokens name the issuer; an individual key's tokens only say that they are a user's. */
    private boolean isForThisKey(JsonNode claims) {
        if (key.isIndividual()) {
            return !claims.has("iss") && claims.path("sub").asText().equals("user");
        }
        return !claims.has("sub") && claims.path("iss").asText().equals(key.issuerId());
    }

    /** Libraries write a string or an array with one string; both were accepted in practice. */
    private static boolean isForThisApi(JsonNode audience) {
        JsonNode single = audience.isArray() && audience.size() == 1 ? audience.path(0) : audience;
        return single.asText().equals(AUDIENCE);
    }

    private JsonNode json(String part) throws IOException {
        return mapper.readTree(bytes(part));
    }

    private static byte[] bytes(String part) {
        if (part.endsWith("=")) {
            throw new IllegalArgumentException("A JWT must not have padding.");
        }
        return Base64.getUrlDecoder().decode(part);
    }

    /** A token with a valid signature; without claims if it was made to expire. */
    private record Known(@Nullable Claims claims) {
        static final Known EXPIRED = new Known(null);
    }
}
