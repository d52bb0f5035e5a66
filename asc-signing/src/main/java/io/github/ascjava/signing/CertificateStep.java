package io.github.ascjava.signing;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.error.ConflictException;
import io.github.ascjava.client.model.provisioning.Certificate;
import io.github.ascjava.client.model.provisioning.CertificateType;
import io.github.ascjava.signing.KeptKeys.KeptKey;
import io.github.ascjava.signing.internal.CertificateReader;
import java.io.IOException;
import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the certificate whose key is at hand, or makes key and certificate. */
final class CertificateStep {

    private static final int HEX = 16;
    private static final String SUBJECT = "App Signing";

    /** Apple sends the same code for every conflict (docs/live-service.md#certificate-limits). */
    private static final Pattern LIMIT =
            Pattern.compile("already have a (current|pending)|maximum number of", Pattern.CASE_INSENSITIVE);

    private final AppStoreConnect asc;
    private final Clock clock;
    private final KeptKeys kept;
    private final @Nullable SigningKey given;
    private final CertificateType type;
    private final Consumer<String> listener;

    CertificateStep(
            AppStoreConnect asc,
            Clock clock,
            KeptKeys kept,
            @Nullable SigningKey given,
            CertificateType type,
            Consumer<String> listener) {
        this.asc = asc;
        this.clock = clock;
        this.kept = kept;
        this.given = given;
        this.type = type;
        this.listener = listener;
    }

    /**
     * Returns the certificate among the valid ones at Apple whose key is at hand.
     *
     * @param issued those of the type
     */
    Optional<Certificate> find(List<Certificate> issued) throws IOException {
        Optional<X509Certificate> certificate = keptCertificate();
        Optional<Certificate> known = certificate.flatMap(each -> issued.stream()
                .filter(other -> hasSerialNumber(other, each.getSerialNumber()))
                .findFirst());
        if (known.isPresent()) {
            return known;
        }
        for (KeptKey key : keys()) {
            for (Certificate each : issued) {
                Optional<byte[]> content = contentFor(key.key(), each);
                if (content.isPresent()) {
                    use(key, content.get(), "Found the certificate " + each.name() + " of a key that was kept");
                    return Optional.of(each);
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Requests a certificate.
     *
     * @throws CertificateLimitException if there are as many as Apple allows
     */
    Certificate create(List<Certificate> issued) throws IOException {
        KeptKey key = keyToCertify();
        Certificate created = request(key.key(), issued);
        if (!kept.isReadOnly()) {
            byte[] content = contentFor(key.key(), created)
                    .orElseThrow(() -> new SigningException("Apple's response holds no certificate for the key that was"
                            + " sent. " + (given == null ? "The key is kept in " + kept.describePendingKey(type) : "")
                            + "; run this command again, which looks for the certificate at Apple before it requests"
                            + " another."));
            use(key, content, "Made the certificate " + created.name());
            requireRightClock(content);
        }
        return created;
    }

    private Certificate request(SigningKey key, List<Certificate> issued) {
        try {
            return asc.certificates()
                    .create(b -> b.csrContent(key.certificateRequest(SUBJECT)).certificateType(type))
                    .execute();
        } catch (ConflictException e) {
            String detail =
                    e.errors().isEmpty() ? "" : String.valueOf(e.errors().get(0).detail());
            if (LIMIT.matcher(detail).find()) {
                throw new CertificateLimitException(issued, detail, e);
            }
            throw e;
        }
    }

    private Optional<X509Certificate> keptCertificate() throws IOException {
        Optional<SigningKey> key = given == null ? kept.usedKey(type) : Optional.of(given);
        return key.isEmpty() ? Optional.empty() : kept.certificate(type, key.get()::isOf);
    }

    private List<KeptKey> keys() throws IOException {
        return given == null ? kept.keys(type) : List.of(new KeptKey(given, ""));
    }

    /**
     * Returns the key of an interrupted run or a new one, which is kept before it is sent: a certificate without its key is
     * worthless, and uses up one of a few places.
     */
    private KeptKey keyToCertify() throws IOException {
        if (given != null) {
            return new KeptKey(given, "");
        }
        Optional<SigningKey> pending = kept.pendingKey(type);
        if (pending.isPresent() || kept.isReadOnly()) {
            return new KeptKey(
                    pending.orElseGet(() -> SigningKey.generate(type)), KeptKeys.file(type, KeptKeys.PENDING_KEY));
        }
        return kept.writePendingKey(type, SigningKey.generate(type));
    }

    private void use(KeptKey key, byte[] content, String what) throws IOException {
        if (!kept.isReadOnly()) {
            String file = given == null ? kept.use(type, key, content) : kept.writeCertificate(type, content);
            listener.accept(what + ", in " + file + ".");
        }
    }

    /** With a clock that is years ahead, every certificate looks expired, and each run would request another one. */
    private void requireRightClock(byte[] content) {
        Instant now = clock.instant();
        Optional<X509Certificate> expired = CertificateReader.find(content)
                .filter(each -> each.getNotAfter().toInstant().isBefore(now));
        if (expired.isPresent()) {
            throw new SigningException("The new certificate expired on "
                    + expired.get().getNotAfter().toInstant() + " by this machine's clock, which says " + now
                    + "; set the clock, and run this command again.");
        }
    }

    /** Apple's serial numbers may or may not begin with zeros. */
    private static boolean hasSerialNumber(Certificate certificate, BigInteger number) {
        String text = certificate.serialNumber();
        return text != null && text.matches("[0-9A-Fa-f]+") && new BigInteger(text, HEX).equals(number);
    }

    private static Optional<byte[]> contentFor(SigningKey key, Certificate certificate) {
        return CertificateReader.bytes(certificate.certificateContent())
                .filter(content ->
                        CertificateReader.find(content).filter(key::isOf).isPresent());
    }
}
