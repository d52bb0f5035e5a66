package io.github.ascjava.auth;

import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The result of parsing a DER structure: a P-256 private key with its parts, or the description of a problem.
 *
 * <p>A class rather than a record, because its secret bytes must be wiped, not compared or printed.
 */
final class ParsedPrivateKey {

    static final String ENCRYPTED =
            "is an encrypted private key. App Store Connect issues unencrypted keys; decrypt this one with:"
                    + " openssl pkcs8 -in encrypted.p8 -out AuthKey_<key ID>.p8.";
    static final String CERTIFICATE = "is a certificate, not a private key.";
    static final String CERTIFICATE_REQUEST = "is a certificate signing request, not a private key.";
    static final String PUBLIC_KEY = "is a public key; signing needs the private half.";

    private static final String PKCS12 =
            "is a PKCS#12 file (.p12 or .pfx), in which Apple offers certificates and no API"
                    + " keys. If it holds the API key, extract it with: openssl pkcs12 -in key.p12 -nocerts -nodes.";
    private static final String PKCS7_DATA = "1.2.840.113549.1.7.1";
    private static final String EC_KEY = "1.2.840.10045.2.1";
    private static final int SEC1_PARAMETERS = 0xa0;
    private static final int SEC1_PUBLIC_KEY = 0xa1;
    private static final int PKCS8_ATTRIBUTES = 0xa0;
    private static final int PKCS8_PUBLIC_KEY = 0x81;
    /** Of PKCS#8, counted from 0. */
    private static final int LATEST_VERSION = 1;

    private static final int CERTIFICATE_VERSION = 0xa0;
    private static final byte[] NONE = {};

    /** The private half has 32 bytes; some writers omit leading zeros, others prepend one. */
    private static final int SHORTEST_SCALAR = 30;

    private static final int LONGEST_SCALAR = 33;

    private static final Map<String, String> ALGORITHMS = Map.of(
            "1.2.840.113549.1.1.1", "an RSA",
            "1.2.840.113549.1.1.10", "an RSA",
            "1.2.840.10040.4.1", "a DSA",
            "1.2.840.113549.1.3.1", "a Diffie-Hellman",
            "1.3.101.110", "an X25519",
            "1.3.101.112", "an Ed25519",
            "1.3.101.113", "an Ed448");
    private static final Map<String, String> CURVES = Map.of(
            "1.3.132.0.33", "P-224",
            "1.3.132.0.34", "P-384",
            "1.3.132.0.35", "P-521",
            "1.3.132.0.10", "secp256k1");

    private final @Nullable String problem;
    private final byte[] scalar;
    private final byte[] publicPoint;

    private ParsedPrivateKey(@Nullable String problem, byte[] scalar, byte[] publicPoint) {
        this.problem = problem;
        this.scalar = scalar;
        this.publicPoint = publicPoint;
    }

    static ParsedPrivateKey read(byte[] bytes) throws Der.MalformedException {
        Der file = new Der(bytes);
        Der top = file.enter(Der.SEQUENCE);
        if (file.hasMore()) {
            throw new Der.MalformedException();
        }
        if (top.nextTag() == Der.SEQUENCE) {
            return problem(otherThanPrivateKey(top));
        }
        byte[] version = top.enter(Der.INTEGER).content();
        return switch (top.nextTag()) {
            case Der.SEQUENCE -> pkcs8(top, version);
            case Der.OCTET_STRING -> sec1(top, null);
            case Der.INTEGER -> problem(otherAlgorithm("an RSA"));
            default -> throw new Der.MalformedException();
        };
    }

    static String otherAlgorithm(String algorithm) {
        return "is " + algorithm + " private key, but App Store Connect accepts only EC keys on the curve P-256.";
    }

    /** The rest of a sentence that begins with the source's name, or null for a usable key. */
    @Nullable
    String problem() {
        return problem;
    }

    /** The private half; empty if there is a problem. */
    byte[] scalar() {
        return scalar;
    }

    /** The public half as an encoded point; empty if it is absent. */
    byte[] publicPoint() {
        return publicPoint;
    }

    void wipe() {
        Arrays.fill(scalar, (byte) 0);
    }

    private static ParsedPrivateKey problem(String problem) {
        return new ParsedPrivateKey(problem, NONE, NONE);
    }

    private static String otherThanPrivateKey(Der top) throws Der.MalformedException {
        Der inner = top.enter(Der.SEQUENCE);
        if (inner.nextTag() == Der.OBJECT_ID) {
            return switch (top.nextTag()) {
                case Der.OCTET_STRING -> ENCRYPTED;
                case Der.BIT_STRING -> PUBLIC_KEY;
                default -> throw new Der.MalformedException();
            };
        }
        if (inner.nextTag() == CERTIFICATE_VERSION) {
            return CERTIFICATE;
        }
        // A request begins with its version and a name; a certificate of version 1 with its serial and an algorithm.
        Der name = inner.skip(Der.INTEGER).enter(Der.SEQUENCE);
        return name.nextTag() == Der.OBJECT_ID ? CERTIFICATE : CERTIFICATE_REQUEST;
    }

    /** PKCS#8: algorithm identifier, then the key as an octet string, which for EC holds a SEC 1 structure. */
    private static ParsedPrivateKey pkcs8(Der top, byte[] version) throws Der.MalformedException {
        Der algorithm = top.enter(Der.SEQUENCE);
        String id = algorithm.objectId();
        if (id.equals(PKCS7_DATA)) {
            return problem(PKCS12);
        }
        if (version.length != 1 || version[0] < 0 || version[0] > LATEST_VERSION) {
            return problem("is a private key in a version of PKCS#8 that is not known, or damaged.");
        }
        if (!id.equals(EC_KEY)) {
            return problem(otherAlgorithm(ALGORITHMS.getOrDefault(id, "another kind of")));
        }
        if (algorithm.nextTag() != Der.OBJECT_ID) {
            return problem(
                    "is an EC private key with spelled-out curve parameters; only the named curve P-256 is read.");
        }
        String curve = algorithm.objectId();
        Der content = top.enter(Der.OCTET_STRING).enter(Der.SEQUENCE).skip(Der.INTEGER);
        ParsedPrivateKey key = sec1(content, curve);
        if (key.problem != null) {
            return key;
        }
        try {
            return key.withOuterPoint(outerPoint(top));
        } catch (Der.MalformedException e) {
            key.wipe();
            throw e;
        }
    }

    /** Version 2 (RFC 5958) may hold the public half after the attributes, too. */
    private static byte[] outerPoint(Der top) throws Der.MalformedException {
        if (top.nextTag() == PKCS8_ATTRIBUTES) {
            top.skip(PKCS8_ATTRIBUTES);
        }
        byte[] point = top.nextTag() == PKCS8_PUBLIC_KEY ? wholeBytes(top.enter(PKCS8_PUBLIC_KEY)) : NONE;
        if (top.hasMore()) {
            throw new Der.MalformedException();
        }
        return point;
    }

    private ParsedPrivateKey withOuterPoint(byte[] outer) throws Der.MalformedException {
        if (outer.length == 0 || Arrays.equals(outer, publicPoint)) {
            return this;
        }
        if (publicPoint.length > 0) {
            throw new Der.MalformedException();
        }
        return new ParsedPrivateKey(null, scalar, outer);
    }

    /** The content of a bit string after its first byte, which counts the unused bits; keys have none. */
    private static byte[] wholeBytes(Der bitString) throws Der.MalformedException {
        byte[] bits = bitString.content();
        if (bits.length < 2 || bits[0] != 0) {
            throw new Der.MalformedException();
        }
        return Arrays.copyOfRange(bits, 1, bits.length);
    }

    /** SEC 1 (RFC 5915) after its version: the private half, then optionally the curve and the public half. */
    private static ParsedPrivateKey sec1(Der key, @Nullable String outerCurve) throws Der.MalformedException {
        byte[] scalar = key.enter(Der.OCTET_STRING).content();
        String curve = outerCurve;
        if (key.nextTag() == SEC1_PARAMETERS) {
            Der parameters = key.enter(SEC1_PARAMETERS);
            String inner = parameters.nextTag() == Der.OBJECT_ID ? parameters.objectId() : null;
            curve = curve == null || curve.equals(inner) ? inner : null;
        }
        if (!P256.OBJECT_ID.equals(curve)) {
            Arrays.fill(scalar, (byte) 0);
            String name = curve == null ? "a curve that it does not name" : CURVES.getOrDefault(curve, "another curve");
            return problem("is an EC private key on " + name + ", but App Store Connect accepts only keys on P-256.");
        }
        byte[] point = NONE;
        if (key.nextTag() == SEC1_PUBLIC_KEY) {
            point = wholeBytes(key.enter(SEC1_PUBLIC_KEY).enter(Der.BIT_STRING));
        }
        if (key.hasMore() || scalar.length < SHORTEST_SCALAR || scalar.length > LONGEST_SCALAR) {
            // A wrong length or tag hides the public half, and with it the proof that the private half is intact.
            Arrays.fill(scalar, (byte) 0);
            throw new Der.MalformedException();
        }
        return new ParsedPrivateKey(null, scalar, point);
    }
}
