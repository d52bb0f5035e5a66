package io.github.ascjava.signing.internal;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads X.509 certificates: DER and PEM, and those that Apple sends as base64 inside JSON. */
public final class CertificateReader {

    private CertificateReader() {}

    /** Reads one certificate, DER or PEM. */
    public static X509Certificate read(byte[] content) throws UnreadableException {
        if (content.length == 0) {
            throw new UnreadableException("is empty.");
        }
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(content));
        } catch (CertificateException e) {
            throw new UnreadableException("is not a certificate, or is damaged.", e);
        }
    }

    /** Returns the certificate; empty if the bytes are none. */
    public static Optional<X509Certificate> find(byte[] content) {
        try {
            return Optional.of(read(content));
        } catch (UnreadableException e) {
            return Optional.empty();
        }
    }

    /** Returns the bytes; empty if there are none, or the text is not base64. */
    public static Optional<byte[]> bytes(@Nullable String base64) {
        try {
            // The decoder for MIME would skip whatever is not base64.
            byte[] bytes = Base64.getDecoder().decode(base64 == null ? "" : base64.replaceAll("\\s", ""));
            return bytes.length == 0 ? Optional.empty() : Optional.of(bytes);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
