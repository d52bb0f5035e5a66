package io.github.ascjava.signing;

import io.github.ascjava.client.model.provisioning.CertificateType;
import java.io.IOException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Optional;

/**
 * The keys and certificates in a {@linkplain SigningFiles place}, one pair per type of certificate, such as
 * {@code distribution.key} and {@code distribution.cer}.
 *
 * <p>A key without its certificate is pending until there is one. A key that another one replaces is set aside, as
 * {@code distribution.key.old1}. Not thread-safe.
 *
 * @since 0.1.0
 */
public final class SigningAssets {

    private final SigningFiles files;
    private final KeptKeys kept;

    private SigningAssets(SigningFiles files) {
        this.files = files;
        this.kept = new KeptKeys(files);
    }

    /** Returns the assets in a place. */
    public static SigningAssets in(SigningFiles files) {
        return new SigningAssets(files);
    }

    /**
     * Returns the pair that is kept for a type; empty unless key and certificate are there and belong together.
     *
     * @throws IOException if the place cannot be read
     */
    public Optional<SigningIdentity> identity(CertificateType type) throws IOException {
        Optional<SigningKey> key = kept.usedKey(type);
        return key.isEmpty()
                ? Optional.empty()
                : kept.certificate(type, key.get()::isOf).map(each -> SigningIdentity.of(key.get(), each));
    }

    /**
     * Returns a certificate request for the website, whose key is kept as pending before; calling this again returns a
     * request for the same key.
     *
     * @param type as the website calls it; {@code DEVELOPER_ID_APPLICATION}, say
     * @throws SigningException if the pending key of an earlier run cannot be read
     * @throws IOException if the key cannot be written
     */
    public String certificateRequest(CertificateType type, String commonName) throws IOException {
        Optional<SigningKey> pending = kept.pendingKey(type);
        SigningKey key = pending.isPresent()
                ? pending.get()
                : kept.writePendingKey(type, SigningKey.generate(type)).key();
        return key.certificateRequest(commonName);
    }

    /**
     * Keeps an identity that was made elsewhere, in place of the pair of its type.
     *
     * @return how to name the file of the certificate in a message
     * @throws SigningException if the type cannot be told from the certificate, or the key is in a token
     * @throws IOException if a file cannot be written
     */
    public String importIdentity(SigningIdentity identity) throws IOException {
        CertificateType type = typeOf(identity.certificate());
        if (kept.usedKey(type).filter(key -> key.isOf(identity.certificate())).isEmpty()) {
            kept.replaceKey(type, identity.key());
        }
        return kept.writeCertificate(type, encoded(identity.certificate()));
    }

    /**
     * Keeps a certificate whose key is here already, such as one from the website for a {@linkplain #certificateRequest
     * request} of this place.
     *
     * @return how to name the file of the certificate in a message
     * @throws SigningException if no key here is its own, or the type cannot be told from the certificate
     * @throws IOException if a file cannot be written
     */
    public String importCertificate(X509Certificate certificate) throws IOException {
        CertificateType type = typeOf(certificate);
        for (KeptKeys.KeptKey each : kept.keys(type)) {
            if (each.key().isOf(certificate)) {
                return kept.use(type, each, encoded(certificate));
            }
        }
        throw new SigningException("No key of the certificate " + CertificateNames.of(certificate) + " is in "
                + files.describe(KeptKeys.file(type, KeptKeys.KEY)) + " or " + kept.describePendingKey(type)
                + ". Import a .p12 file with both, or give the key that its request was signed with.");
    }

    /**
     * Returns the type that the name in a certificate tells; the older and newer form of Developer ID have the same.
     *
     * @throws SigningException if the name tells none
     */
    public static CertificateType typeOf(X509Certificate certificate) {
        return CertificateNames.type(certificate)
                .orElseThrow(() -> new SigningException("The certificate " + CertificateNames.of(certificate)
                        + " has a name that tells no type, such as \"Apple Distribution: \"."));
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("A certificate that was read can be written.", e);
        }
    }
}
