package io.github.ascjava.notary;

import io.github.ascjava.notary.internal.NoticeDocument;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.CertPathValidator;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Verifies that a {@link CompletionNotice} was signed with a certificate that leads to a given root, such as Apple Root CA.
 *
 * <pre>{@code
 * CompletionNoticeVerifier verifier = CompletionNoticeVerifier.of(appleRootCa).requireSigner(cert -> ...);
 * CompletionNotice notice = verifier.verify(requestBody);
 * Submission result = notary.status(notice.submissionId());
 * }</pre>
 *
 * <p>Apple does not document what the certificate of the signer looks like. Certificates of developers lead to the same root,
 * so the root alone does not prove that Apple signed: add {@link #requireSigner} once you know the certificate of a genuine
 * notice, and take the result from {@link Notary#status} in any case (docs/live-service.md#notary-notices-prove-little).
 *
 * <p>Revocation is not checked. Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public final class CompletionNoticeVerifier {

    private static final int MOST_CERTIFICATES = 10;

    private final X509Certificate root;
    private final Predicate<X509Certificate> signer;
    private final Clock clock;

    private CompletionNoticeVerifier(X509Certificate root, Predicate<X509Certificate> signer, Clock clock) {
        this.root = root;
        this.signer = signer;
        this.clock = clock;
    }

    /** Returns a verifier that trusts one root certificate. */
    public static CompletionNoticeVerifier of(X509Certificate root) {
        return new CompletionNoticeVerifier(Objects.requireNonNull(root, "root"), any -> true, Clock.systemUTC());
    }

    /** Returns the same verifier with a condition for the certificate of the signer, in addition to any other. */
    public CompletionNoticeVerifier requireSigner(Predicate<X509Certificate> condition) {
        return new CompletionNoticeVerifier(root, signer.and(condition), clock);
    }

    /** Returns the same verifier with another clock, by which certificates are valid or not. */
    public CompletionNoticeVerifier withClock(Clock newClock) {
        return new CompletionNoticeVerifier(root, signer, Objects.requireNonNull(newClock, "newClock"));
    }

    /**
     * Verifies and reads a notice.
     *
     * @param body the body of the request as received; not parsed and written again
     * @throws InvalidNoticeException if it is not a notice, or its signature or certificates are not valid
     */
    public CompletionNotice verify(byte[] body) {
        NoticeDocument document = document(body);
        List<X509Certificate> chain = chain(document);
        requireTrusted(chain);
        if (!signer.test(chain.get(0))) {
            throw new InvalidNoticeException("The certificate of the notice is not the required one.", null);
        }
        requireSigned(document, chain.get(0));
        return CompletionNotice.of(document);
    }

    static NoticeDocument document(byte[] body) {
        try {
            return NoticeDocument.read(body);
        } catch (IllegalArgumentException e) {
            throw new InvalidNoticeException(String.valueOf(e.getMessage()), null);
        }
    }

    static NoticeDocument.Payload payload(NoticeDocument document) {
        try {
            return document.readPayload();
        } catch (IllegalArgumentException e) {
            throw new InvalidNoticeException(String.valueOf(e.getMessage()), null);
        }
    }

    private static List<X509Certificate> chain(NoticeDocument document) {
        try {
            byte[] pem = Base64.getMimeDecoder().decode(document.certificates());
            List<X509Certificate> chain = new ArrayList<>();
            for (Certificate each :
                    CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(pem))) {
                chain.add((X509Certificate) each);
            }
            if (chain.isEmpty() || chain.size() > MOST_CERTIFICATES) {
                throw new InvalidNoticeException("The notice has " + chain.size() + " certificates.", null);
            }
            return chain;
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new InvalidNoticeException("The certificates of the notice cannot be read.", e);
        }
    }

    private void requireTrusted(List<X509Certificate> chain) {
        List<X509Certificate> path = new ArrayList<>(chain);
        // The root is trusted because it was given, not because the notice contains it.
        path.remove(root);
        if (path.isEmpty()) {
            throw new InvalidNoticeException("The notice is signed with the root itself.", null);
        }
        try {
            PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(root, null)));
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(clock.instant()));
            CertPathValidator.getInstance("PKIX")
                    .validate(CertificateFactory.getInstance("X.509").generateCertPath(path), parameters);
        } catch (GeneralSecurityException e) {
            throw new InvalidNoticeException(
                    "The certificates of the notice do not lead to the trusted root, or are not valid now: "
                            + e.getMessage() + ".",
                    e);
        }
    }

    private static void requireSigned(NoticeDocument document, X509Certificate certificate) {
        boolean isSigned;
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initVerify(certificate.getPublicKey());
            signature.update(document.payload().getBytes(StandardCharsets.UTF_8));
            isSigned = signature.verify(Base64.getMimeDecoder().decode(document.signature()));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new InvalidNoticeException(
                    "The signature of the notice cannot be verified: " + e.getMessage() + ".", e);
        }
        if (!isSigned) {
            throw new InvalidNoticeException("The signature of the notice does not fit its payload.", null);
        }
    }
}
