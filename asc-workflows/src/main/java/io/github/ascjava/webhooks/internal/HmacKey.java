package io.github.ascjava.webhooks.internal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A webhook's secret as a key that signs bodies and compares signatures. Immutable and thread-safe. */
public final class HmacKey {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    private HmacKey(SecretKeySpec key) {
        this.key = key;
    }

    /**
     * Returns the key for a secret.
     *
     * @throws IllegalArgumentException if the secret is empty, or begins or ends with a line break, which belongs to the file
     *     that it was read from
     */
    public static HmacKey of(String secret) {
        Objects.requireNonNull(secret, "secret");
        if (secret.isEmpty()) {
            throw new IllegalArgumentException(
                    "The secret of a webhook is empty. Pass the text that was given to App Store Connect.");
        }
        if (isLineBreak(secret.charAt(0)) || isLineBreak(secret.charAt(secret.length() - 1))) {
            throw new IllegalArgumentException(
                    "The secret of a webhook begins or ends with a line break, which is usually that of a file. Pass the"
                            + " secret without it, for example by strip().");
        }
        return new HmacKey(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
    }

    /** Returns the signature of a body, 32 bytes. */
    public byte[] sign(byte[] body) {
        try {
            // A new instance each time costs half a microsecond, and needs neither a lock nor a pool.
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JVM has no HMAC-SHA256, which every JVM must have.", e);
        }
    }

    /** Returns whether a signature is that of a body; the time does not depend on where they differ. */
    public boolean matches(byte[] body, byte[] signature) {
        return MessageDigest.isEqual(sign(body), signature);
    }

    private static boolean isLineBreak(char c) {
        return c == '\n' || c == '\r';
    }

    @Override
    public String toString() {
        return "HmacKey[masked]";
    }
}
