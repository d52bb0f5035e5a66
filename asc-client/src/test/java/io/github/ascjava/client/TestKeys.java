package io.github.ascjava.client;

import io.github.ascjava.auth.ApiKey;
import io.github.ascjava.auth.EnterpriseKey;
import io.github.ascjava.auth.IndividualKey;
import io.github.ascjava.auth.TeamKey;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.ECGenParameterSpec;

/** Keys generated at run time, unknown to Apple. */
public final class TestKeys {

    private static final PrivateKey PRIVATE_KEY = generate();

    private TestKeys() {}

    public static TeamKey team() {
        return ApiKey.team("57246542-96fe-1a63-e053-0824d011072a", "2X9R4HXF34", PRIVATE_KEY);
    }

    public static IndividualKey individual() {
        return ApiKey.individual("6Y8K2PQW77", PRIVATE_KEY);
    }

    public static EnterpriseKey enterprise() {
        return ApiKey.enterprise("57246542-96fe-1a63-e053-0824d011072a", "9Z8Y7X6W5V", PRIVATE_KEY);
    }

    private static PrivateKey generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair().getPrivate();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
