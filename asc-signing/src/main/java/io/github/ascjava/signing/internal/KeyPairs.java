package io.github.ascjava.signing.internal;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** Completes private keys by their public halves. */
final class KeyPairs {

    private KeyPairs() {}

    static KeyPair of(PrivateKeyInfo info) throws UnreadableException {
        ASN1ObjectIdentifier algorithm = info.getPrivateKeyAlgorithm().getAlgorithm();
        try {
            if (algorithm.equals(PKCSObjectIdentifiers.rsaEncryption)) {
                return rsa(new PKCS8EncodedKeySpec(info.getEncoded()));
            } else if (algorithm.equals(X9ObjectIdentifiers.id_ecPublicKey)) {
                return p256(info);
            }
        } catch (GeneralSecurityException | IOException | ClassCastException e) {
            throw new UnreadableException("holds a damaged private key.", e);
        }
        throw new UnreadableException("holds a key that is neither RSA nor elliptic (" + algorithm + ").");
    }

    private static KeyPair rsa(PKCS8EncodedKeySpec encoded) throws GeneralSecurityException {
        KeyFactory rsa = KeyFactory.getInstance("RSA");
        RSAPrivateCrtKey key = (RSAPrivateCrtKey) rsa.generatePrivate(encoded);
        return new KeyPair(rsa.generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent())), key);
    }

    /** The public half may be missing from the file, and follows from the private one. */
    private static KeyPair p256(PrivateKeyInfo info) throws GeneralSecurityException, IOException, UnreadableException {
        if (!X9ObjectIdentifiers.prime256v1.equals(info.getPrivateKeyAlgorithm().getParameters())) {
            throw new UnreadableException("holds an elliptic key that is not on the curve P-256.");
        }
        KeyFactory elliptic = KeyFactory.getInstance("EC");
        ECPrivateKey key = (ECPrivateKey) elliptic.generatePrivate(new PKCS8EncodedKeySpec(info.getEncoded()));
        return new KeyPair(publicHalf(elliptic, key), key);
    }

    private static PublicKey publicHalf(KeyFactory elliptic, ECPrivateKey key) throws InvalidKeySpecException {
        X9ECParameters curve = ECNamedCurveTable.getByOID(X9ObjectIdentifiers.prime256v1);
        BigInteger secret = key.getS();
        if (secret.signum() <= 0 || secret.compareTo(curve.getN()) >= 0) {
            throw new InvalidKeySpecException("The number is not between 1 and the order of the curve.");
        }
        org.bouncycastle.math.ec.ECPoint point = curve.getG().multiply(secret).normalize();
        return elliptic.generatePublic(new ECPublicKeySpec(
                new ECPoint(
                        point.getAffineXCoord().toBigInteger(),
                        point.getAffineYCoord().toBigInteger()),
                key.getParams()));
    }
}
