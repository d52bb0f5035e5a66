package io.github.ascjava.testing.internal.pki;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import okio.ByteString;

/** Writes certificate requests, as a client does. */
public final class Requests {

    private static final String RSA_SHA256 = "1.2.840.113549.1.1.11";
    private static final String ECDSA_SHA256 = "1.2.840.10045.4.3.2";

    private Requests() {}

    /** Generates an RSA key of 2048 bits, as Apple requires. */
    public static KeyPair rsaKey() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    /** Generates a key on P-256. */
    public static KeyPair ecKey() {
        return EcSigner.newKeyPair();
    }

    /** Writes a request for a key, signed by it, as PEM. */
    public static String pem(KeyPair keys) throws GeneralSecurityException {
        return pem(keys, keys);
    }

    /** Writes a request for a key, signed with another key if the two differ. */
    public static String pem(KeyPair keys, KeyPair signer) throws GeneralSecurityException {
        Der info = Der.sequence(
                Der.integer(0),
                new X500Name().with(X500Name.COMMON_NAME, "PEM").toDer(),
                Der.read(ByteString.of(keys.getPublic().getEncoded())),
                Der.member(0));
        String algorithm = signer.getPublic().getAlgorithm().equals("RSA") ? RSA_SHA256 : ECDSA_SHA256;
        Signature signature = Signature.getInstance(algorithm);
        signature.initSign(signer.getPrivate());
        signature.update(info.encoded().toByteArray());
        Der request = Der.sequence(
                info, Der.sequence(Der.objectId(algorithm)), Der.bitString(ByteString.of(signature.sign())));
        return "-----BEGIN CERTIFICATE REQUEST-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(request.encoded().toByteArray())
                + "\n-----END CERTIFICATE REQUEST-----\n";
    }
}
