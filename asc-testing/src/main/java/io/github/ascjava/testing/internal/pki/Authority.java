package io.github.ascjava.testing.internal.pki;

import java.math.BigInteger;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import okio.ByteString;

/**
 * Issues the sandbox's certificates and signs its profiles, with a key generated for this sandbox.
 *
 * <p>Only the sandbox trusts it. Not thread-safe.
 */
public final class Authority {

    private static final Duration LIFE = Duration.ofDays(20L * 365);
    private static final BigInteger SERIAL = BigInteger.ONE;

    private final EcSigner signer = new EcSigner();
    private final ByteString certificate;
    private final CertificateWriter certificates;
    private final SignedMessage messages;

    /** Creates an authority with a new key, valid for twenty years around a time. */
    public Authority(Instant now) {
        Der name = new X500Name()
                .with(X500Name.COMMON_NAME, "App Store Connect Sandbox Certification Authority")
                .with(X500Name.ORGANIZATION, "Not Apple")
                .with(X500Name.COUNTRY, "US")
                .toDer();
        this.certificates = new CertificateWriter(signer, name);
        // An older team has certificates from before the sandbox's start.
        this.certificate = certificates.authority(SERIAL, now.minus(LIFE.dividedBy(2)), now.plus(LIFE.dividedBy(2)));
        this.messages = new SignedMessage(signer, name, SERIAL, certificate);
    }

    /** Returns the authority's own certificate, as DER. */
    public ByteString certificate() {
        return certificate;
    }

    /**
     * Issues a certificate for signing code.
     *
     * @param owner the owner
     * @param key the owner's key
     * @param serial its serial number, positive
     * @return the certificate, as DER
     */
    public ByteString issue(CertificateOwner owner, PublicKey key, BigInteger serial, Instant from, Instant until) {
        return certificates.codeSigner(owner.toName(), key, serial, from, until);
    }

    /**
     * Issues a certificate for a key that is thrown away.
     *
     * @return the certificate, as DER
     */
    public ByteString issue(CertificateOwner owner, BigInteger serial, Instant from, Instant until) {
        return issue(owner, EcSigner.newKeyPair().getPublic(), serial, from, until);
    }

    /**
     * Issues a certificate for a TLS server on this machine, {@code localhost} and 127.0.0.1.
     *
     * @return the certificate, as DER
     */
    public ByteString issueServer(PublicKey key, Instant from, Instant until) {
        Der name = new X500Name().with(X500Name.COMMON_NAME, "localhost").toDer();
        return certificates.server(name, key, SERIAL.add(BigInteger.ONE), from, until);
    }

    /**
     * Signs content.
     *
     * @return a CMS message that contains the content, as DER
     */
    public ByteString sign(ByteString content, Instant time) {
        return messages.write(content, time);
    }
}
