package io.github.ascjava.signing;

import io.github.ascjava.signing.internal.Pkcs12Bags;
import io.github.ascjava.signing.internal.Pkcs12Bags.NamedCertificate;
import io.github.ascjava.signing.internal.Pkcs12Bags.NamedKey;
import io.github.ascjava.signing.internal.Pkcs12Reader;
import io.github.ascjava.signing.internal.UnreadableException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The content of a PKCS#12 file ({@code .p12}, {@code .pfx}).
 *
 * <p>Friendly names keep their case, and two entries may have the same name.
 *
 * @param identities keys with their certificates, in the order of the file
 * @param keys keys without a certificate
 * @param certificates certificates without a key that are in no identity's chain
 * @since 0.1.0
 */
public record Pkcs12(List<SigningIdentity> identities, List<SigningKey> keys, List<X509Certificate> certificates) {

    /** Creates a value. */
    public Pkcs12 {
        identities = List.copyOf(identities);
        keys = List.copyOf(keys);
        certificates = List.copyOf(certificates);
    }

    /**
     * Reads a file.
     *
     * @param content at most a few hundred kilobytes; a file that demands more than 5,000,000 rounds of key derivation is
     *     rejected
     * @param password may be empty: both encodings of an empty password are read
     * @throws SigningException if this is not PKCS#12, is damaged, or the password is wrong
     */
    public static Pkcs12 read(byte[] content, char[] password) {
        try {
            return of(Pkcs12Reader.read(content, password));
        } catch (UnreadableException e) {
            throw new SigningException("The PKCS#12 file " + e.getMessage(), e);
        }
    }

    /**
     * Writes an identity.
     *
     * @param password not empty, because macOS imports no files with an empty one; printable ASCII, because Java reads none
     *     with another one
     * @return the bytes of a file that holds the key; {@link SigningFiles} and the command line write it for its owner only
     * @throws SigningException if the password is empty or not ASCII, or the key is in a token
     */
    public static byte[] write(SigningIdentity identity, char[] password, Pkcs12Format format) {
        if (password.length == 0) {
            throw new SigningException("A PKCS#12 file needs a password: macOS imports none with an empty one.");
        }
        if (!new String(password).chars().allMatch(each -> each >= ' ' && each <= '~')) {
            throw new SigningException("The password of a PKCS#12 file has to be printable ASCII: Java and keytool read"
                    + " none with another one.");
        }
        identity.key().requireExportable();
        return format.writer().write(identity.name(), identity.key().privateKey(), identity.certificates(), password);
    }

    static Pkcs12 of(Pkcs12Bags bags) {
        List<X509Certificate> rest = new ArrayList<>();
        bags.certificates().forEach(each -> rest.add(each.certificate()));
        List<SigningIdentity> identities = new ArrayList<>();
        List<SigningKey> keys = new ArrayList<>();
        for (NamedKey each : bags.keys()) {
            SigningKey key = SigningKey.ofPair(each.pair());
            Optional<NamedCertificate> own = bags.certificates().stream()
                    .filter(certificate -> key.isOf(certificate.certificate()))
                    .findFirst();
            own.ifPresentOrElse(
                    certificate -> {
                        rest.remove(certificate.certificate());
                        identities.add(identity(each, key, certificate, rest));
                    },
                    () -> keys.add(key));
        }
        identities.forEach(each -> rest.removeAll(each.chain()));
        return new Pkcs12(identities, keys, rest);
    }

    private static SigningIdentity identity(
            NamedKey named, SigningKey key, NamedCertificate own, List<X509Certificate> others) {
        SigningIdentity plain = SigningIdentity.of(key, own.certificate());
        String name = named.name() != null ? named.name() : own.name() != null ? own.name() : plain.name();
        return new SigningIdentity(name, key, own.certificate(), chain(own.certificate(), others));
    }

    /** A loop of issuers ends with the last certificate. */
    private static List<X509Certificate> chain(X509Certificate certificate, List<X509Certificate> others) {
        List<X509Certificate> left = new ArrayList<>(others);
        List<X509Certificate> chain = new ArrayList<>();
        X509Certificate last = certificate;
        for (int i = 0; i < left.size(); i++) {
            if (left.get(i).getSubjectX500Principal().equals(last.getIssuerX500Principal())) {
                last = left.remove(i);
                chain.add(last);
                i = -1;
            }
        }
        return chain;
    }
}
