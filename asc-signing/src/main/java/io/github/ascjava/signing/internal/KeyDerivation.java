package io.github.ascjava.signing.internal;

import java.math.BigInteger;
import org.bouncycastle.asn1.pkcs.KeyDerivationFunc;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PKCS12PBEParams;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/** How much work a file demands before its password can be checked: a file of others could demand years. */
final class KeyDerivation {

    /** What the JDK accepts as well; the files of today have 2,048 to 600,000 rounds. */
    private static final int MOST_ROUNDS = 5_000_000;

    private KeyDerivation() {}

    static void requireBearable(AlgorithmIdentifier encryption) throws UnreadableException {
        requireBearable(rounds(encryption));
    }

    static void requireBearable(BigInteger rounds) throws UnreadableException {
        if (rounds.compareTo(BigInteger.valueOf(MOST_ROUNDS)) > 0) {
            throw new UnreadableException(
                    "demands " + rounds + " rounds of key derivation; at most " + MOST_ROUNDS + " are carried out.");
        }
    }

    private static BigInteger rounds(AlgorithmIdentifier encryption) {
        if (encryption.getAlgorithm().on(PKCSObjectIdentifiers.pkcs_12PbeIds)) {
            return PKCS12PBEParams.getInstance(encryption.getParameters()).getIterations();
        }
        if (encryption.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBES2)) {
            KeyDerivationFunc function =
                    PBES2Parameters.getInstance(encryption.getParameters()).getKeyDerivationFunc();
            if (function.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBKDF2)) {
                return PBKDF2Params.getInstance(function.getParameters()).getIterationCount();
            }
        }
        return BigInteger.ZERO;
    }
}
