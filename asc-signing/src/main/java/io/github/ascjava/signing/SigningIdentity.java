package io.github.ascjava.signing;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;

/**
 * A key, its certificate and the certificates above that: what signs code.
 *
 * @param name the friendly name in files and keychains, such as {@code Apple Distribution: Example (A1B2C3D4E5)}
 * @param key the private key
 * @param certificate the certificate for the key
 * @param chain the certificates of the authorities above, nearest first; may be empty
 * @since 0.1.0
 */
public record SigningIdentity(String name, SigningKey key, X509Certificate certificate, List<X509Certificate> chain) {

    /**
     * Creates an identity.
     *
     * @throws SigningException if the certificate is for another key
     */
    public SigningIdentity {
        chain = List.copyOf(chain);
        if (!key.isOf(certificate)) {
            throw new SigningException("The certificate " + CertificateNames.of(certificate)
                    + " is for another key; take the key that its request was signed with.");
        }
    }

    /** Returns the identity of a key and its certificate, named after the certificate's subject. */
    public static SigningIdentity of(SigningKey key, X509Certificate certificate) {
        return new SigningIdentity(CertificateNames.of(certificate), key, certificate, List.of());
    }

    /** Returns this identity with the certificates of authorities, nearest first. */
    public SigningIdentity withChain(List<X509Certificate> newChain) {
        return new SigningIdentity(name, key, certificate, newChain);
    }

    List<X509Certificate> certificates() {
        return Stream.concat(Stream.of(certificate), chain.stream()).toList();
    }

    /** Names the certificate, never the key. */
    @Override
    public String toString() {
        return "SigningIdentity[" + name + "]";
    }
}
