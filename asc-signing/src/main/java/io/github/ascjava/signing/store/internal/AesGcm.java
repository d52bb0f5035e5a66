package io.github.ascjava.signing.store.internal;

import io.github.ascjava.signing.internal.UnreadableException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256-GCM. A sealed text is a random nonce of 12 bytes, the ciphertext, and the tag of 16 bytes. */
public final class AesGcm {

    public static final int KEY_BYTES = 32;

    /** How much longer a sealed text is than the plain one. */
    public static final int OVERHEAD = 28;

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private AesGcm() {}

    /** Seals a text; the context is not part of the result, but opening needs the same one. */
    public static byte[] seal(byte[] key, byte[] context, byte[] text, SecureRandom random) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key, nonce, context);
            byte[] sealed = Arrays.copyOf(nonce, text.length + OVERHEAD);
            cipher.doFinal(text, 0, text.length, sealed, NONCE_BYTES);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has AES-GCM.", e);
        }
    }

    /**
     * Opens a sealed text.
     *
     * @throws UnreadableException if it was sealed with another key or context, or was changed since
     */
    public static byte[] open(byte[] key, byte[] context, byte[] sealed) throws UnreadableException {
        if (sealed.length < OVERHEAD) {
            throw new UnreadableException("is cut.");
        }
        try {
            return cipher(Cipher.DECRYPT_MODE, key, Arrays.copyOf(sealed, NONCE_BYTES), context)
                    .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
        } catch (AEADBadTagException e) {
            throw new UnreadableException("was changed.", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has AES-GCM.", e);
        }
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce, byte[] context) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(context);
        return cipher;
    }
}
