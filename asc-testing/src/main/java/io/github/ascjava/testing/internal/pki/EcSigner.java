package io.github.ascjava.testing.internal.pki;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import okio.ByteString;

/**
 * A new ECDSA key on P-256 that signs.
 *
 * <p>Apple's authorities use RSA keys; generating one takes too long for the start of a sandbox.
 */
public final class EcSigner {

    private final KeyPair keys = newKeyPair();

    /** Generates a key pair on P-256. */
    public static KeyPair newKeyPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime cannot make keys on P-256.", e);
        }
    }

    /** Returns the algorithm identifier for signed structures. */
    static Der algorithm() {
        return Der.sequence(Der.objectId("1.2.840.10045.4.3.2"));
    }

    PublicKey publicKey() {
        return keys.getPublic();
    }

    ByteString sign(ByteString content) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            signature.update(content.toByteArray());
            return ByteString.of(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime cannot sign with keys on P-256.", e);
        }
    }
}
