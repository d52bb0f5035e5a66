package io.github.ascjava.examples.signing;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the files that Apple sends inside JSON, which may be damaged. */
final class Contents {

    private Contents() {}

    /** Returns the bytes; empty if there are none, or the text is not base64. */
    static Optional<byte[]> bytes(@Nullable String base64) {
        try {
            // The decoder for MIME would skip whatever is not base64.
            byte[] bytes = Base64.getDecoder().decode(base64 == null ? "" : base64.replaceAll("\\s", ""));
            return bytes.length == 0 ? Optional.empty() : Optional.of(bytes);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Returns the certificate; empty if the bytes are none. */
    static Optional<X509Certificate> certificate(byte[] der) {
        try {
            return Optional.of((X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der)));
        } catch (CertificateException e) {
            return Optional.empty();
        }
    }
}
