package io.github.ascjava.testing.internal.pki;

import java.math.BigInteger;
import java.time.Instant;
import okio.ByteString;

/**
 * Writes CMS messages (RFC 5652) with content, signature and the signer's certificate, which is the format of a
 * provisioning profile.
 */
final class SignedMessage {

    private static final String DATA = "1.2.840.113549.1.7.1";
    private static final String SIGNED_DATA = "1.2.840.113549.1.7.2";
    private static final String CONTENT_TYPE = "1.2.840.113549.1.9.3";
    private static final String MESSAGE_DIGEST = "1.2.840.113549.1.9.4";
    private static final String SIGNING_TIME = "1.2.840.113549.1.9.5";
    private static final String SHA_256 = "2.16.840.1.101.3.4.2.1";

    private final EcSigner signer;
    private final Der issuer;
    private final BigInteger serial;
    private final ByteString certificate;

    /** Creates a writer that signs with a key; issuer and serial number identify the key's certificate. */
    SignedMessage(EcSigner signer, Der issuer, BigInteger serial, ByteString certificate) {
        this.signer = signer;
        this.issuer = issuer;
        this.serial = serial;
        this.certificate = certificate;
    }

    ByteString write(ByteString content, Instant time) {
        Der digest = Der.sequence(Der.objectId(SHA_256));
        Der attributes = Der.set(
                attribute(CONTENT_TYPE, Der.objectId(DATA)),
                attribute(SIGNING_TIME, Der.time(time)),
                attribute(MESSAGE_DIGEST, Der.octets(content.sha256())));
        Der signerInfo = Der.sequence(
                Der.integer(1),
                Der.sequence(issuer, Der.integer(serial)),
                digest,
                // The signature covers a set, but the structure contains it as member 0 (RFC 5652, 5.4).
                new Der(Der.member(0).tag(), attributes.content()),
                EcSigner.algorithm(),
                Der.octets(signer.sign(attributes.encoded())));
        Der signedData = Der.sequence(
                Der.integer(1),
                Der.set(digest),
                Der.sequence(Der.objectId(DATA), Der.member(0, Der.octets(content))),
                Der.member(0, Der.read(certificate)),
                Der.set(signerInfo));
        return Der.sequence(Der.objectId(SIGNED_DATA), Der.member(0, signedData))
                .encoded();
    }

    private static Der attribute(String type, Der value) {
        return Der.sequence(Der.objectId(type), Der.set(value));
    }
}
