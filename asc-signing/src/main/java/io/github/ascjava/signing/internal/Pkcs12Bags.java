package io.github.ascjava.signing.internal;

import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a PKCS#12 file holds.
 *
 * @param keys in the order of the file
 * @param certificates in the order of the file
 */
public record Pkcs12Bags(List<NamedKey> keys, List<NamedCertificate> certificates) {

    static Pkcs12Bags empty() {
        return new Pkcs12Bags(new ArrayList<>(), new ArrayList<>());
    }

    /**
     * A key.
     *
     * @param name the friendly name; null if there is none
     */
    public record NamedKey(@Nullable String name, KeyPair pair) {

        /** Names no part of the key. */
        @Override
        public String toString() {
            return "NamedKey[" + name + "]";
        }
    }

    /**
     * A certificate.
     *
     * @param name the friendly name; null if there is none
     */
    public record NamedCertificate(@Nullable String name, X509Certificate certificate) {}
}
