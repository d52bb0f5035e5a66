package io.github.ascjava.testing.internal.pki;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.List;
import java.util.Map;
import okio.ByteString;

/**
 * A certificate signing request (PKCS#10), which contains the public key to certify.
 *
 * @param publicKey the key; the request's signature with it has been verified
 */
public record CertificateRequest(PublicKey publicKey) {

    private static final Map<String, String> KEY_KINDS =
            Map.of("1.2.840.113549.1.1.1", "RSA", "1.2.840.10045.2.1", "EC");
    private static final String BEGIN = "-----BEGIN (NEW )?CERTIFICATE REQUEST-----";
    private static final String END = "-----END (NEW )?CERTIFICATE REQUEST-----";

    /**
     * Parses a request in PEM format or in base64 alone.
     *
     * @throws IllegalArgumentException if the text is not a request, or is not signed with its key
     */
    public static CertificateRequest read(String text) {
        String base64 = text.strip().replaceFirst("^" + BEGIN, "").replaceFirst(END + "$", "");
        ByteString bytes = ByteString.decodeBase64(base64);
        if (bytes == null || bytes.size() == 0) {
            throw new IllegalArgumentException("The text is not base64.");
        }
        List<Der> request = Der.read(bytes).require(Der.SEQUENCE).children();
        if (request.size() != 3) {
            throw new IllegalArgumentException("The request has " + request.size() + " parts instead of three.");
        }
        // Version, subject, key, attributes. Apple ignores the subject.
        List<Der> info = request.get(0).require(Der.SEQUENCE).children();
        if (info.size() < 3) {
            throw new IllegalArgumentException("The request holds no public key.");
        }
        try {
            PublicKey key = publicKey(info.get(2));
            String algorithm = objectId(request.get(1));
            requireSignature(
                    algorithm, key, request.get(0).encoded(), request.get(2).bits());
            return new CertificateRequest(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("The request's key or signature cannot be read: " + e.getMessage(), e);
        }
    }

    private static PublicKey publicKey(Der keyInfo) throws GeneralSecurityException {
        List<Der> parts = keyInfo.require(Der.SEQUENCE).children();
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("The request's public key is empty.");
        }
        String kind = KEY_KINDS.get(objectId(parts.get(0)));
        if (kind == null) {
            throw new IllegalArgumentException("The request's public key is neither an RSA nor an EC key.");
        }
        return KeyFactory.getInstance(kind)
                .generatePublic(new X509EncodedKeySpec(keyInfo.encoded().toByteArray()));
    }

    private static String objectId(Der algorithm) {
        List<Der> parts = algorithm.require(Der.SEQUENCE).children();
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("The request does not name an algorithm.");
        }
        return parts.get(0).dotted();
    }

    private static void requireSignature(String algorithm, PublicKey key, ByteString signed, ByteString signature)
            throws GeneralSecurityException {
        Signature verifier = Signature.getInstance(algorithm);
        verifier.initVerify(key);
        verifier.update(signed.toByteArray());
        if (!verifier.verify(signature.toByteArray())) {
            throw new IllegalArgumentException("The request is not signed by the key that it holds.");
        }
    }
}
