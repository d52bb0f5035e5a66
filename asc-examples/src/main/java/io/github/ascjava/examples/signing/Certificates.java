package io.github.ascjava.examples.signing;

import io.github.ascjava.client.model.provisioning.Certificate;
import io.github.ascjava.client.model.provisioning.CertificateType;
import io.github.ascjava.examples.cli.FailedException;
import io.github.ascjava.examples.cli.Session;
import io.github.ascjava.examples.signing.SigningFolder.KeptKey;
import java.io.IOException;
import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Finds the certificate whose key is at hand, or makes key and certificate. */
final class Certificates {

    private static final int HEX = 16;

    private final Session session;
    private final SigningFolder folder;
    private final boolean isDryRun;
    private final Consumer<String> tell;

    Certificates(Session session, SigningFolder folder, boolean isDryRun, Consumer<String> tell) {
        this.session = session;
        this.folder = folder;
        this.isDryRun = isDryRun;
        this.tell = tell;
    }

    /** Returns the id of a certificate that is valid and whose key is in the folder. */
    String ensure(CertificateType type) throws IOException {
        List<Certificate> issued = issued(type);
        Optional<X509Certificate> kept = folder.certificate(type.value());
        Optional<Certificate> known = kept.flatMap(certificate -> issued.stream()
                .filter(each -> hasSerialNumber(each, certificate.getSerialNumber()))
                .findFirst());
        if (known.isPresent()) {
            return known.get().id();
        }
        for (KeptKey key : folder.keys(type.value())) {
            for (Certificate each : issued) {
                Optional<byte[]> content = contentFor(key.key(), each);
                if (content.isPresent()) {
                    use(type, key, content.get(), "Found the certificate " + each.name() + " of a key that was kept");
                    return each.id();
                }
            }
        }
        return create(type);
    }

    /** Apple no longer lists what was revoked. */
    private List<Certificate> issued(CertificateType type) {
        Instant now = session.clock().instant();
        return session
                .asc()
                .certificates()
                .list(q -> q.filterCertificateType(type).limit(200))
                .stream()
                .filter(each -> each.expirationDate() == null
                        || each.expirationDate().toInstant().isAfter(now))
                .toList();
    }

    /** Apple's serial numbers may or may not begin with zeros. */
    private static boolean hasSerialNumber(Certificate certificate, BigInteger number) {
        String text = certificate.serialNumber();
        return text != null && text.matches("[0-9A-Fa-f]+") && new BigInteger(text, HEX).equals(number);
    }

    private String create(CertificateType type) throws IOException {
        KeptKey key = keyToCertify(type);
        Certificate created = session.asc()
                .certificates()
                .create(b -> b.csrContent(key.key().certificateRequest("App Signing"))
                        .certificateType(type))
                .execute();
        if (!isDryRun) {
            byte[] content = contentFor(key.key(), created)
                    .orElseThrow(() -> new FailedException("Apple's response holds no certificate for the key that was"
                            + " sent. The key is kept in " + key.file()
                            + "; run this command again, which looks for the"
                            + " certificate at Apple before it requests another."));
            use(type, key, content, "Made the certificate " + created.name());
        }
        return created.id();
    }

    /**
     * Returns the key of an interrupted run or a new one, which is in the folder before it is sent: a certificate without its
     * key is worthless, and uses up one of a few places.
     */
    private KeptKey keyToCertify(CertificateType type) throws IOException {
        Optional<SigningKey> pending = folder.pendingKey(type.value());
        if (pending.isPresent() || isDryRun) {
            return new KeptKey(pending.orElseGet(SigningKey::create), folder.pendingFile(type.value()));
        }
        return folder.writePendingKey(type.value(), SigningKey.create());
    }

    private void use(CertificateType type, KeptKey key, byte[] content, String what) throws IOException {
        if (!isDryRun) {
            tell.accept(what + ", in " + folder.use(type.value(), key, content) + ".");
        }
    }

    private static Optional<byte[]> contentFor(SigningKey key, Certificate certificate) {
        return Contents.bytes(certificate.certificateContent())
                .filter(content ->
                        Contents.certificate(content).filter(key::isOf).isPresent());
    }
}
