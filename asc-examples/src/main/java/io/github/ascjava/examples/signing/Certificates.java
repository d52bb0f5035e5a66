package io.github.ascjava.examples.signing;

import io.github.ascjava.client.model.provisioning.Certificate;
import io.github.ascjava.client.model.provisioning.CertificateType;
import io.github.ascjava.examples.cli.Session;
import java.io.IOException;
import java.math.BigInteger;
import java.security.cert.X509Certificate;
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
        Optional<X509Certificate> kept = folder.certificate(type.value());
        Optional<Certificate> known = kept.isEmpty() ? Optional.empty() : atApple(type, kept.get());
        return known.isPresent() ? known.get().id() : create(type);
    }

    /** What Apple has revoked is not in its list any more; serial numbers may or may not begin with zeros. */
    private Optional<Certificate> atApple(CertificateType type, X509Certificate kept) {
        return session
                .asc()
                .certificates()
                .list(q -> q.filterCertificateType(type).limit(200))
                .stream()
                .filter(each -> each.serialNumber() != null
                        && new BigInteger(each.serialNumber(), HEX).equals(kept.getSerialNumber()))
                .filter(each -> each.expirationDate() == null
                        || each.expirationDate()
                                .toInstant()
                                .isAfter(session.clock().instant()))
                .findFirst();
    }

    private String create(CertificateType type) throws IOException {
        SigningKey key = SigningKey.create();
        if (!isDryRun) {
            // Before the request: a certificate without its key is worthless, and uses up one of a few places.
            folder.writePendingKey(type.value(), key);
        }
        Certificate created = session.asc()
                .certificates()
                .create(b -> b.csrContent(key.certificateRequest("App Signing")).certificateType(type))
                .execute();
        if (created.certificateContent() != null) {
            tell.accept("Made the certificate " + created.name() + ", in "
                    + folder.writeCertificate(type.value(), created.certificateContent()) + ".");
        }
        return created.id();
    }
}
