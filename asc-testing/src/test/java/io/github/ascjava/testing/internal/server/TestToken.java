package io.github.ascjava.testing.internal.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds tokens that are valid by default, and can be made invalid in every way. */
final class TestToken {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final Map<String, Object> header = new LinkedHashMap<>(Map.of("alg", "ES256", "typ", "JWT"));
    private final Map<String, Object> claims = new LinkedHashMap<>(Map.of("aud", "appstoreconnect-v1"));
    private String algorithm = "SHA256withECDSAinP1363Format";

    private TestToken(Instant now) {
        header("kid", Front.KEY_ID);
        lives(now.getEpochSecond(), now.getEpochSecond() + 600);
    }

    static TestToken team(Instant now) {
        return new TestToken(now).claim("iss", Front.ISSUER_ID);
    }

    static TestToken individual(Instant now) {
        return new TestToken(now).claim("sub", "user");
    }

    /** Sets a member of the header; null removes it. */
    TestToken header(String name, @Nullable Object value) {
        return put(header, name, value);
    }

    /** Sets a claim; null removes it. */
    TestToken claim(String name, @Nullable Object value) {
        return put(claims, name, value);
    }

    TestToken lives(long issued, long expires) {
        return claim("iat", issued).claim("exp", expires);
    }

    TestToken scope(String... entries) {
        return claim("scope", entries);
    }

    /** Signs in the format of X.509, which JWTs do not use. */
    TestToken inDer() {
        algorithm = "SHA256withECDSA";
        return this;
    }

    String signedBy(PrivateKey key) {
        String signed = part(header) + "." + part(claims);
        return signed + "." + BASE64.encodeToString(signature(key, signed));
    }

    String unsigned() {
        return part(header) + "." + part(claims) + ".";
    }

    private byte[] signature(PrivateKey key, String signed) {
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(key);
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private TestToken put(Map<String, Object> map, String name, @Nullable Object value) {
        if (value == null) {
            map.remove(name);
        } else {
            map.put(name, value);
        }
        return this;
    }

    private static String part(Map<String, Object> members) {
        try {
            return BASE64.encodeToString(MAPPER.writeValueAsBytes(members));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
