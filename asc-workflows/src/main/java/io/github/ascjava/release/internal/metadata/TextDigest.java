package io.github.ascjava.release.internal.metadata;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A SHA-256 over texts; each has its length before it, so that no two sequences of texts give the same bytes. */
public final class TextDigest {

    private final MessageDigest digest = sha256();

    /** Begins without texts. */
    public TextDigest() {}

    /** Adds texts, of which null is one. */
    public TextDigest add(@Nullable String... texts) {
        for (String text : texts) {
            if (text == null) {
                digest.update("-;".getBytes(StandardCharsets.UTF_8));
            } else {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
                digest.update(bytes);
            }
        }
        return this;
    }

    /** Returns the hash in hexadecimal digits, and resets this digest. */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Returns the hash of one text. */
    static String of(String text) {
        return new TextDigest().add(text).hex();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256.", e);
        }
    }
}
