package io.github.ascjava.signing.match.internal;

import io.github.ascjava.signing.internal.UnreadableException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.BadPaddingException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.PBEParametersGenerator;
import org.bouncycastle.crypto.digests.MD5Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.OpenSSLPBEParametersGenerator;
import org.bouncycastle.crypto.generators.PKCS5S2ParametersGenerator;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;

/**
 * Decrypts files of fastlane match: base64 with line breaks, around one of two forms
 * (docs/live-service.md#what-fastlane-match-stores).
 *
 * <p>The newer form is AES-GCM, which notices changes. The older one is that of {@code openssl enc}: a wrong passphrase passes its
 * padding in one of 200 cases, so the content decides whether a passphrase or digest was right.
 */
public final class MatchCipher {

    private static final byte[] NEWER = "match_encrypted_v2__".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] OLDER = "Salted__".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PEM = "-----BEGIN ".getBytes(StandardCharsets.US_ASCII);

    /** The base64 characters that the beginnings alone decide. */
    private static final String NEWER_TEXT = "bWF0Y2hfZW5jcnlwdGVkX3YyX1";

    private static final String OLDER_TEXT = "U2FsdGVkX1";
    private static final int SALT_BYTES = 8;
    private static final int TAG_BYTES = 16;
    private static final int BLOCK_BYTES = 16;
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int DERIVED_BYTES = 68;
    private static final int ROUNDS = 10_000;
    private static final String WRONG = "cannot be decrypted: the passphrase is another one, or the file was changed.";

    private MatchCipher() {}

    /** Returns whether a file is encrypted: buckets of Google and GitLab, and some of Amazon, hold plain ones. */
    public static boolean isEncrypted(byte[] file) {
        String beginning = new String(file, 0, Math.min(file.length, NEWER_TEXT.length()), StandardCharsets.ISO_8859_1);
        return beginning.startsWith(NEWER_TEXT) || beginning.startsWith(OLDER_TEXT);
    }

    /**
     * Decrypts a file.
     *
     * @param passphrase UTF-8
     * @throws UnreadableException if the passphrase is wrong, or the file was cut or changed
     */
    public static byte[] decrypt(byte[] file, byte[] passphrase) throws UnreadableException {
        byte[] encrypted = decoded(file);
        return startsWith(encrypted, NEWER) ? newer(encrypted, passphrase) : older(encrypted, passphrase);
    }

    private static byte[] decoded(byte[] file) throws UnreadableException {
        try {
            // The decoder for MIME would skip a changed character.
            byte[] decoded = Base64.getDecoder()
                    .decode(new String(file, StandardCharsets.ISO_8859_1).replaceAll("[\r\n\t ]", ""));
            if (startsWith(decoded, NEWER) || startsWith(decoded, OLDER)) {
                return decoded;
            }
        } catch (IllegalArgumentException e) {
            throw new UnreadableException("is not base64: it was cut or changed.", e);
        }
        throw new UnreadableException("is cut, or was changed.");
    }

    private static byte[] newer(byte[] encrypted, byte[] passphrase) throws UnreadableException {
        int tagAt = NEWER.length + SALT_BYTES;
        int textAt = tagAt + TAG_BYTES;
        if (encrypted.length < textAt) {
            throw new UnreadableException("is cut.");
        }
        PBEParametersGenerator generator = new PKCS5S2ParametersGenerator(new SHA256Digest());
        generator.init(passphrase, Arrays.copyOfRange(encrypted, NEWER.length, tagAt), ROUNDS);
        byte[] derived = ((KeyParameter) generator.generateDerivedParameters(DERIVED_BYTES * Byte.SIZE)).getKey();
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    new SecretKeySpec(derived, 0, KEY_BYTES, "AES"),
                    new GCMParameterSpec(TAG_BYTES * Byte.SIZE, derived, KEY_BYTES, NONCE_BYTES));
            cipher.updateAAD(derived, KEY_BYTES + NONCE_BYTES, DERIVED_BYTES - KEY_BYTES - NONCE_BYTES);
            // The tag is before the text here; the JDK takes it after the text.
            byte[] text = Arrays.copyOfRange(encrypted, textAt, encrypted.length + TAG_BYTES);
            System.arraycopy(encrypted, tagAt, text, text.length - TAG_BYTES, TAG_BYTES);
            return cipher.doFinal(text);
        } catch (BadPaddingException e) {
            throw new UnreadableException(WRONG, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has AES-GCM.", e);
        }
    }

    private static byte[] older(byte[] encrypted, byte[] passphrase) throws UnreadableException {
        int textAt = OLDER.length + SALT_BYTES;
        int length = encrypted.length - textAt;
        if (length < BLOCK_BYTES || length % BLOCK_BYTES != 0) {
            throw new UnreadableException("is cut.");
        }
        byte[] salt = Arrays.copyOfRange(encrypted, OLDER.length, textAt);
        byte[] text = Arrays.copyOfRange(encrypted, textAt, encrypted.length);
        for (Digest digest : List.of(new MD5Digest(), new SHA256Digest())) {
            Optional<byte[]> content =
                    decryptCbc(digest, passphrase, salt, text).filter(MatchCipher::isAsset);
            if (content.isPresent()) {
                return content.get();
            }
        }
        throw new UnreadableException(WRONG);
    }

    /** Decrypts what {@code openssl enc -aes-256-cbc} wrote with this digest; empty if the padding is wrong. */
    static Optional<byte[]> decryptCbc(Digest digest, byte[] passphrase, byte[] salt, byte[] text) {
        OpenSSLPBEParametersGenerator generator = new OpenSSLPBEParametersGenerator(digest);
        generator.init(passphrase, salt);
        ParametersWithIV derived =
                (ParametersWithIV) generator.generateDerivedParameters(KEY_BYTES * Byte.SIZE, BLOCK_BYTES * Byte.SIZE);
        try {
            Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    new SecretKeySpec(((KeyParameter) derived.getParameters()).getKey(), "AES"),
                    new IvParameterSpec(derived.getIV()));
            return Optional.of(cipher.doFinal(text));
        } catch (BadPaddingException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has AES-CBC.", e);
        }
    }

    /**
     * Returns whether decrypted bytes are a PEM text or one whole element of DER, or BER of indefinite length. What another
     * passphrase makes of a file is neither, except with a probability of less than one in a million.
     */
    private static boolean isAsset(byte[] content) {
        if (startsWith(content, PEM)) {
            return true;
        } else if (content.length < 2 || content[0] != 0x30) {
            return false;
        }
        int lengthBytes = content[1] < 0 ? content[1] & 0x7f : 0;
        if (lengthBytes == 0) {
            return content[1] < 0 || content.length == 2 + content[1];
        }
        if (lengthBytes > 3 || content.length < 2 + lengthBytes) {
            return false;
        }
        int length = 0;
        for (int i = 2; i < 2 + lengthBytes; i++) {
            length = length << Byte.SIZE | Byte.toUnsignedInt(content[i]);
        }
        return content.length == 2 + lengthBytes + length;
    }

    private static boolean startsWith(byte[] bytes, byte[] beginning) {
        return bytes.length >= beginning.length
                && Arrays.equals(bytes, 0, beginning.length, beginning, 0, beginning.length);
    }
}
