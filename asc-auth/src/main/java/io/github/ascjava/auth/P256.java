package io.github.ascjava.auth;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;

/** The curve P-256, the only one that ES256, and therefore App Store Connect, supports. */
final class P256 {

    static final String OBJECT_ID = "1.2.840.10045.3.1.7";

    private static final int COORDINATE_BYTES = 32;
    private static final byte UNCOMPRESSED = 4;

    private P256() {}

    /** Accepts any EC key whose curve is P-256, or is unknown because the key stays in its device. */
    static PrivateKey require(PrivateKey key) {
        if (!key.getAlgorithm().startsWith("EC")) {
            throw new InvalidApiKeyException("The private key is of the kind " + key.getAlgorithm()
                    + ", but App Store Connect accepts only EC keys on the curve P-256.");
        }
        if (key instanceof ECKey ec && ec.getParams() != null && !isP256(ec.getParams())) {
            throw new InvalidApiKeyException("The private key is on a curve of "
                    + ec.getParams().getOrder().bitLength()
                    + " bits other than P-256, but App Store Connect accepts only EC keys on P-256.");
        }
        return key;
    }

    static PrivateKey privateKey(byte[] scalar, byte[] publicPoint) throws GeneralSecurityException, MismatchException {
        ECParameterSpec curve = curve();
        BigInteger s = new BigInteger(1, scalar);
        if (s.signum() == 0 || s.compareTo(curve.getOrder()) >= 0) {
            throw new MismatchException();
        }
        KeyFactory factory = KeyFactory.getInstance("EC");
        PrivateKey key = factory.generatePrivate(new ECPrivateKeySpec(s, curve));
        if (publicPoint.length == 2 * COORDINATE_BYTES + 1 && publicPoint[0] == UNCOMPRESSED) {
            requirePair(key, publicKey(factory, curve, publicPoint));
        } else if (publicPoint.length != 0 && publicPoint.length != COORDINATE_BYTES + 1) {
            throw new MismatchException();
        }
        return key;
    }

    private static PublicKey publicKey(KeyFactory factory, ECParameterSpec curve, byte[] point)
            throws GeneralSecurityException {
        BigInteger x = new BigInteger(1, Arrays.copyOfRange(point, 1, 1 + COORDINATE_BYTES));
        BigInteger y = new BigInteger(1, Arrays.copyOfRange(point, 1 + COORDINATE_BYTES, point.length));
        return factory.generatePublic(new ECPublicKeySpec(new ECPoint(x, y), curve));
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

    private static boolean isP256(ECParameterSpec params) {
        ECParameterSpec p256;
        try {
            p256 = curve();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "This Java runtime does not support the curve P-256, which ES256 requires.", e);
        }
        return params.getOrder().equals(p256.getOrder())
                && params.getCurve().getA().equals(p256.getCurve().getA())
                && params.getCurve().getB().equals(p256.getCurve().getB())
                && params.getGenerator().equals(p256.getGenerator());
    }

    private static ECParameterSpec curve() throws GeneralSecurityException {
        AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec("secp256r1"));
        return parameters.getParameterSpec(ECParameterSpec.class);
    }

    /** The private half is out of range or does not belong to the public half beside it. */
    static final class MismatchException extends Exception {

        private static final long serialVersionUID = 1L;
    }
}
