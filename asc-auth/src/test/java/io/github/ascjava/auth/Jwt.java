package io.github.ascjava.auth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.List;

/** A token, parsed by other code than the code that creates it. */
final class Jwt {

    private final String signedText;
    private final JsonNode header;
    private final JsonNode claims;
    private final byte[] signature;

    private Jwt(String signedText, JsonNode header, JsonNode claims, byte[] signature) {
        this.signedText = signedText;
        this.header = header;
        this.claims = claims;
        this.signature = signature;
    }

    static Jwt parse(String text) {
        List<String> parts = List.of(text.split("\\.", -1));
        if (parts.size() != 3) {
            throw new IllegalArgumentException("A JWT has three parts, not " + parts.size() + ".");
        }
        byte[] signature = Base64.getUrlDecoder().decode(parts.get(2));
        return new Jwt(parts.get(0) + "." + parts.get(1), json(parts.get(0)), json(parts.get(1)), signature);
    }

    JsonNode header() {
        return header;
    }

    JsonNode claims() {
        return claims;
    }

    int signatureLength() {
        return signature.length;
    }

    /** Verifies ES256 with the JDK alone. */
    boolean isSignedBy(PublicKey publicKey) {
        try {
            Signature verifier = Signature.getInstance("SHA256withECDSAinP1363Format");
            verifier.initVerify(publicKey);
            verifier.update(signedText.getBytes(StandardCharsets.US_ASCII));
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(String part) {
        try {
            return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(part));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
