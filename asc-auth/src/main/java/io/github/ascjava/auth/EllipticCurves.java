package io.github.ascjava.auth;

import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;

/** What this Java runtime has for elliptic curves, which small runtime images leave out. */
final class EllipticCurves {

    static final String MISSING = "this Java runtime has no elliptic curves, which ES256 requires. Add the module"
            + " jdk.crypto.ec to the runtime image (jlink --add-modules jdk.crypto.ec) or, from Java 22 on, where"
            + " java.base holds it, leave the security provider SunEC registered.";

    private EllipticCurves() {}

    static boolean areMissing() {
        try {
            p256();
            return false;
        } catch (GeneralSecurityException e) {
            return true;
        }
    }

    /**
     * Returns the curve P-256.
     *
     * @throws GeneralSecurityException if no registered provider knows the curve, its keys and its signatures
     */
    static ECParameterSpec p256() throws GeneralSecurityException {
        KeyFactory.getInstance("EC");
        Signature.getInstance("SHA256withECDSA");
        AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec("secp256r1"));
        return parameters.getParameterSpec(ECParameterSpec.class);
    }
}
