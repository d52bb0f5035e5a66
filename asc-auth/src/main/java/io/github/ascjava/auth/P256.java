package io.github.ascjava.auth;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;

/** The curve P-256, the only one that ES256, and therefore App Store Connect, supports. */
final class P256 {

    static final String OBJECT_ID = "1.2.840.10045.3.1.7";

    private static final String ALGORITHM = "EC";
    private static final int COORDINATE_BYTES = 32;
    private static final byte UNCOMPRESSED = 4;
    private static final byte EVEN_Y = 2;
    private static final byte ODD_Y = 3;

    private P256() {}

    /** Accepts any EC key whose curve is P-256, or is unknown because the key stays in its device. */
    static PrivateKey require(PrivateKey key) {
        if (key == null) {
            throw new InvalidApiKeyException("The private key is null. Check that the key store has the key.");
        }
        String algorithm = key.getAlgorithm();
        if (algorithm == null || !algorithm.startsWith("EC")) {
            throw new InvalidApiKeyException("The private key is of the kind " + algorithm
                    + ", but App Store Connect accepts only EC keys on the curve P-256.");
        }
        if (key instanceof ECKey ec && ec.getParams() != null && !isP256(ec.getParams(), "The private key")) {
            throw new InvalidApiKeyException("The private key is on a curve of "
                    + ec.getParams().getOrder().bitLength()
                    + " bits other than P-256, but App Store Connect accepts only EC keys on P-256.");
        }
        return algorithm.equals(ALGORITHM) ? key : reread(key);
    }

    /**
     * The JDK signs with keys named EC only, and Bouncy Castle names some ECDSA. A key without an encoding is in a device,
     * whose own provider knows its name.
     */
    private static PrivateKey reread(PrivateKey key) {
        byte[] encoded = "PKCS#8".equals(key.getFormat()) ? key.getEncoded() : null;
        if (encoded == null) {
            return key;
        }
        try {
            curve("The private key");
            return require(KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(encoded)));
        } catch (GeneralSecurityException e) {
            // Not set as the cause, because providers may quote their input.
            throw new InvalidApiKeyException("The private key is of the kind " + key.getAlgorithm()
                    + " and cannot be read as an EC key. Load it with KeyFactory.getInstance(\"EC\").");
        } finally {
            Arrays.fill(encoded, (byte) 0);
        }
    }

    /**
     * Makes a key of its two halves, of which the public one may be empty.
     *
     * @param source what a message begins with, such as "The file AuthKey_2X9R4HXF34.p8"
     */
    static PrivateKey privateKey(byte[] scalar, byte[] publicPoint, String source)
            throws GeneralSecurityException, MismatchException {
        ECParameterSpec curve = curve(source);
        BigInteger s = new BigInteger(1, scalar);
        if (s.signum() == 0 || s.compareTo(curve.getOrder()) >= 0) {
            throw new MismatchException();
        }
        KeyFactory factory = KeyFactory.getInstance(ALGORITHM);
        PrivateKey key = factory.generatePrivate(new ECPrivateKeySpec(s, curve));
        if (publicPoint.length > 0) {
            requirePair(key, factory.generatePublic(new ECPublicKeySpec(point(publicPoint, curve), curve)));
        }
        return key;
    }

    /** Reads an encoded point (SEC 1, 2.3.4). */
    private static ECPoint point(byte[] encoded, ECParameterSpec curve) throws MismatchException {
        if (encoded.length == 2 * COORDINATE_BYTES + 1 && encoded[0] == UNCOMPRESSED) {
            return new ECPoint(
                    new BigInteger(1, Arrays.copyOfRange(encoded, 1, 1 + COORDINATE_BYTES)),
                    new BigInteger(1, Arrays.copyOfRange(encoded, 1 + COORDINATE_BYTES, encoded.length)));
        }
        if (encoded.length == COORDINATE_BYTES + 1 && (encoded[0] == EVEN_Y || encoded[0] == ODD_Y)) {
            BigInteger x = new BigInteger(1, Arrays.copyOfRange(encoded, 1, encoded.length));
            return new ECPoint(x, y(x, encoded[0] == ODD_Y, curve));
        }
        throw new MismatchException();
    }

    /** Solves the equation of the curve; P-256's prime is 3 modulo 4, so the power below is a square root if there is one. */
    private static BigInteger y(BigInteger x, boolean odd, ECParameterSpec curve) {
        BigInteger p = ((ECFieldFp) curve.getCurve().getField()).getP();
        BigInteger square = x.pow(3)
                .add(curve.getCurve().getA().multiply(x))
                .add(curve.getCurve().getB())
                .mod(p);
        BigInteger y = square.modPow(p.add(BigInteger.ONE).shiftRight(2), p);
        return y.testBit(0) == odd ? y : p.subtract(y).mod(p);
    }

    /**
     * Apple's files contain both halves. One wrong character in the private half yields another valid key, which Apple
     * would reject with a 401 without a reason; signing once here detects it.
     */
    private static void requirePair(PrivateKey privateKey, PublicKey publicKey)
            throws GeneralSecurityException, MismatchException {
        byte[] probe = "asc".getBytes(StandardCharsets.US_ASCII);
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(privateKey);
        signature.update(probe);
        byte[] signed = signature.sign();
        signature.initVerify(publicKey);
        signature.update(probe);
        if (!signature.verify(signed)) {
            throw new MismatchException();
        }
    }

    private static boolean isP256(ECParameterSpec params, String source) {
        ECParameterSpec p256 = curve(source);
        return params.getOrder().equals(p256.getOrder())
                && params.getCurve().getA().equals(p256.getCurve().getA())
                && params.getCurve().getB().equals(p256.getCurve().getB())
                && params.getGenerator().equals(p256.getGenerator());
    }

    /** A runtime without the curve says nothing about the key, which must not be taken for a damaged one. */
    private static ECParameterSpec curve(String source) {
        try {
            return EllipticCurves.p256();
        } catch (GeneralSecurityException e) {
            throw new InvalidApiKeyException(
                    source + " was not checked and may be intact: " + EllipticCurves.MISSING, e);
        }
    }

    /** The private half is out of range or does not belong to the public half beside it. */
    static final class MismatchException extends Exception {

        private static final long serialVersionUID = 1L;
    }
}
