package io.github.ascjava.testing.internal.pki;

import java.math.BigInteger;
import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import okio.ByteString;

/** Writes X.509 version 3 certificates (RFC 5280). */
final class CertificateWriter {

    private static final String SUBJECT_KEY_ID = "2.5.29.14";
    private static final String KEY_USAGE = "2.5.29.15";
    private static final String ALTERNATIVE_NAME = "2.5.29.17";
    private static final String BASIC_CONSTRAINTS = "2.5.29.19";
    private static final String AUTHORITY_KEY_ID = "2.5.29.35";
    private static final String EXTENDED_KEY_USAGE = "2.5.29.37";
    private static final String CODE_SIGNING = "1.3.6.1.5.5.7.3.3";
    private static final String TLS_SERVER = "1.3.6.1.5.5.7.3.1";

    /** A DNS name and an IP address (RFC 5280, 4.2.1.6). */
    private static final Der THIS_MACHINE = Der.sequence(
            Der.member(2, ByteString.encodeUtf8("localhost")),
            Der.member(7, ByteString.of((byte) 127, (byte) 0, (byte) 0, (byte) 1)));

    /** The bit string 1000 0000: digital signature; seven bits are unused. */
    private static final ByteString MAY_SIGN = ByteString.decodeHex("0780");

    /** The bit string 0000 0110: certificates and revocation lists; one bit is unused. */
    private static final ByteString MAY_CERTIFY = ByteString.decodeHex("0106");

    private final EcSigner signer;
    private final Der issuer;

    /** Creates a writer that signs with an issuer's key and name. */
    CertificateWriter(EcSigner signer, Der issuer) {
        this.signer = signer;
        this.issuer = issuer;
    }

    /** Writes a code-signing certificate. */
    ByteString codeSigner(Der subject, PublicKey key, BigInteger serial, Instant from, Instant until) {
        return certificate(subject, key, serial, from, until, usage(CODE_SIGNING));
    }

    /** Writes the certificate of a TLS server on this machine, for {@code localhost} and 127.0.0.1. */
    ByteString server(Der subject, PublicKey key, BigInteger serial, Instant from, Instant until) {
        List<Der> extensions = new ArrayList<>(usage(TLS_SERVER));
        extensions.add(extension(ALTERNATIVE_NAME, false, THIS_MACHINE));
        return certificate(subject, key, serial, from, until, extensions);
    }

    /** Writes the issuer's own certificate. */
    ByteString authority(BigInteger serial, Instant from, Instant until) {
        return certificate(
                issuer,
                signer.publicKey(),
                serial,
                from,
                until,
                List.of(
                        extension(BASIC_CONSTRAINTS, true, Der.sequence(Der.bool(true))),
                        extension(KEY_USAGE, true, new Der(Der.BIT_STRING, MAY_CERTIFY))));
    }

    private ByteString certificate(
            Der subject, PublicKey key, BigInteger serial, Instant from, Instant until, List<Der> usage) {
        Der keyInfo = Der.read(ByteString.of(key.getEncoded()));
        Der issuerKey = Der.read(ByteString.of(signer.publicKey().getEncoded()));
        List<Der> extensions = new ArrayList<>(usage);
        extensions.add(extension(SUBJECT_KEY_ID, false, Der.octets(keyId(keyInfo))));
        extensions.add(extension(AUTHORITY_KEY_ID, false, Der.sequence(Der.member(0, keyId(issuerKey)))));
        Der content = Der.sequence(
                Der.member(0, Der.integer(2)),
                Der.integer(serial),
                EcSigner.algorithm(),
                issuer,
                Der.sequence(Der.time(from), Der.time(until)),
                subject,
                keyInfo,
                Der.member(3, Der.sequence(extensions)));
        ByteString signature = signer.sign(content.encoded());
        return Der.sequence(content, EcSigner.algorithm(), Der.bitString(signature))
                .encoded();
    }

    private static List<Der> usage(String purpose) {
        return List.of(
                extension(BASIC_CONSTRAINTS, true, Der.sequence()),
                extension(KEY_USAGE, true, new Der(Der.BIT_STRING, MAY_SIGN)),
                extension(EXTENDED_KEY_USAGE, true, Der.sequence(Der.objectId(purpose))));
    }

    private static Der extension(String id, boolean critical, Der value) {
        Der octets = Der.octets(value.encoded());
        // False is the default value, which DER omits.
        return critical
                ? Der.sequence(Der.objectId(id), Der.bool(true), octets)
                : Der.sequence(Der.objectId(id), octets);
    }

    /** The SHA-1 of the key's bits, which needs to be stable, not secure. */
    private static ByteString keyId(Der keyInfo) {
        return keyInfo.children().get(1).bits().sha1();
    }
}
