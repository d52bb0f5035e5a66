package io.github.ascjava.signing;

import io.github.ascjava.client.model.provisioning.CertificateType;
import io.github.ascjava.signing.internal.CertificateReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** The files of keys and certificates: those in use, and pending keys that wait for a certificate. */
final class KeptKeys {

    static final String KEY = ".key";
    static final String PENDING_KEY = ".key.pending";
    static final String CERTIFICATE = ".cer";

    private final SigningFiles files;

    KeptKeys(SigningFiles files) {
        this.files = files;
    }

    /** Returns the keys that a certificate at Apple may belong to, those of an interrupted run first. */
    List<KeptKey> keys(CertificateType type) throws IOException {
        List<KeptKey> keys = new ArrayList<>();
        pendingKey(type).ifPresent(key -> keys.add(new KeptKey(key, file(type, PENDING_KEY))));
        usedKey(type).ifPresent(key -> keys.add(new KeptKey(key, file(type, KEY))));
        return keys;
    }

    /**
     * Returns the key of an interrupted run.
     *
     * @throws SigningException if its file cannot be read; Apple may have a certificate for it
     */
    Optional<SigningKey> pendingKey(CertificateType type) throws IOException {
        String name = file(type, PENDING_KEY);
        Optional<byte[]> content = files.read(name);
        try {
            return content.map(each -> SigningKey.read(each, null));
        } catch (SigningException e) {
            throw new SigningException(
                    "The file " + files.describe(name) + " of an earlier run cannot be used. " + e.getMessage()
                            + " Move it out of the folder, and run this command again.",
                    e);
        }
    }

    /** Writes the key of a certificate that is about to be requested, beside the one in use. */
    KeptKey writePendingKey(CertificateType type, SigningKey key) throws IOException {
        String name = file(type, PENDING_KEY);
        if (files.read(name).isPresent()) {
            throw new IllegalStateException(name + " is there already, and there may be a certificate for it.");
        }
        files.write(name, key.toPem().getBytes(StandardCharsets.US_ASCII));
        return new KeptKey(key, name);
    }

    /**
     * Puts a key and its certificate to use; a key that was used before is kept. If this is interrupted, the next run finds
     * the certificate of the key at Apple.
     */
    String use(CertificateType type, KeptKey key, byte[] certificate) throws IOException {
        String used = file(type, KEY);
        if (!key.file().equals(used)) {
            setAside(used);
            files.rename(key.file(), used);
        }
        return writeCertificate(type, certificate);
    }

    /** Writes a certificate whose key is not here, but in a token. */
    String writeCertificate(CertificateType type, byte[] certificate) throws IOException {
        files.write(file(type, CERTIFICATE), certificate);
        return files.describe(file(type, CERTIFICATE));
    }

    /** Returns the certificate that is kept for a key. */
    Optional<X509Certificate> certificate(CertificateType type, Predicate<X509Certificate> isOfKey) throws IOException {
        return files.read(file(type, CERTIFICATE))
                .flatMap(CertificateReader::find)
                .filter(isOfKey);
    }

    String describePendingKey(CertificateType type) {
        return files.describe(file(type, PENDING_KEY));
    }

    boolean isReadOnly() {
        return files.isReadOnly();
    }

    /** What cannot be read is not used, but set aside by the next key. */
    Optional<SigningKey> usedKey(CertificateType type) throws IOException {
        Optional<byte[]> content = files.read(file(type, KEY));
        try {
            return content.map(each -> SigningKey.read(each, null));
        } catch (SigningException e) {
            return Optional.empty();
        }
    }

    /** Writes the key of an identity that was made elsewhere; a key that was used before is kept. */
    void replaceKey(CertificateType type, SigningKey key) throws IOException {
        byte[] pem = key.toPem().getBytes(StandardCharsets.US_ASCII);
        setAside(file(type, KEY));
        files.write(file(type, KEY), pem);
    }

    private void setAside(String key) throws IOException {
        if (files.read(key).isEmpty()) {
            return;
        }
        int i = 1;
        while (files.read(key + ".old" + i).isPresent()) {
            i++;
        }
        files.rename(key, key + ".old" + i);
    }

    static String file(CertificateType type, String ending) {
        return type.value().toLowerCase(Locale.ROOT).replaceFirst("_g2$", "") + ending;
    }

    /** A key and the name of its file. */
    record KeptKey(SigningKey key, String file) {}
}
