package io.github.ascjava.signing.internal;

import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CertificateException;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.jspecify.annotations.Nullable;

/** A CMS message with content and signatures (RFC 5652), in DER or BER, segmented or not: a provisioning profile. */
public final class SignedContent {

    private final CMSSignedData message;
    private final byte[] content;

    private SignedContent(CMSSignedData message, byte[] content) {
        this.message = message;
        this.content = content;
    }

    /** Reads a message; its signatures are not checked. */
    public static SignedContent read(byte[] bytes) throws UnreadableException {
        if (bytes.length == 0) {
            throw new UnreadableException("is empty.");
        }
        try {
            CMSSignedData message = new CMSSignedData(bytes);
            if (message.getSignedContent() == null
                    || !(message.getSignedContent().getContent() instanceof byte[] content)) {
                throw new UnreadableException("is a signature without content.");
            }
            return new SignedContent(message, content);
        } catch (CMSException | RuntimeException e) {
            throw new UnreadableException("is not a signed message (CMS), or is damaged or incomplete.", e);
        }
    }

    /** Returns what was signed. */
    public byte[] content() {
        return content.clone();
    }

    /** Returns the certificates in the message, the signers' among them. */
    public List<X509Certificate> certificates() {
        List<X509Certificate> certificates = new ArrayList<>();
        for (X509CertificateHolder each : message.getCertificates().getMatches(null)) {
            try {
                certificates.add(new JcaX509CertificateConverter().getCertificate(each));
            } catch (CertificateException e) {
                // A signer whose certificate cannot be read is not found, and the signature not verified.
            }
        }
        return certificates;
    }

    /** Returns the certificates of the signers whose signatures are intact; empty unless all are. */
    public List<X509Certificate> intactSigners() {
        List<X509Certificate> signers = new ArrayList<>();
        for (SignerInformation signer : message.getSignerInfos().getSigners()) {
            X509Certificate certificate = certificateOf(signer);
            if (certificate == null || !isIntact(signer, certificate)) {
                return List.of();
            }
            signers.add(certificate);
        }
        return signers;
    }

    /** Returns whether a certificate was issued below a root, at the time of its beginning. */
    public boolean isUnder(X509Certificate root, X509Certificate signer) {
        try {
            X509CertSelector selector = new X509CertSelector();
            selector.setCertificate(signer);
            PKIXBuilderParameters parameters = new PKIXBuilderParameters(Set.of(new TrustAnchor(root, null)), selector);
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(signer.getNotBefore().toInstant()));
            parameters.addCertStore(
                    CertStore.getInstance("Collection", new CollectionCertStoreParameters(certificates())));
            CertPathBuilder.getInstance("PKIX").build(parameters);
            return true;
        } catch (InvalidAlgorithmParameterException e) {
            throw new IllegalStateException("One anchor is enough.", e);
        } catch (GeneralSecurityException e) {
            return signer.equals(root);
        }
    }

    private @Nullable X509Certificate certificateOf(SignerInformation signer) {
        @SuppressWarnings("unchecked") // Bouncy Castle's selector is raw.
        Collection<X509CertificateHolder> found = message.getCertificates().getMatches(signer.getSID());
        try {
            return found.isEmpty()
                    ? null
                    : new JcaX509CertificateConverter()
                            .getCertificate(found.iterator().next());
        } catch (CertificateException e) {
            return null;
        }
    }

    private static boolean isIntact(SignerInformation signer, X509Certificate certificate) {
        try {
            // With the key, not the certificate: whether that was valid at the time is another question.
            return signer.verify(new JcaSimpleSignerInfoVerifierBuilder()
                    .setProvider(BouncyCastle.PROVIDER)
                    .build(certificate.getPublicKey()));
        } catch (CMSException | OperatorCreationException | RuntimeException e) {
            return false;
        }
    }
}
