package io.github.ascjava.benchmarks;

import io.github.ascjava.auth.ApiKey;
import io.github.ascjava.auth.TeamKey;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;

/** Keys of nothing, made anew for each run. */
final class BenchmarkKeys {

    private BenchmarkKeys() {}

    static TeamKey teamKey() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return ApiKey.team(
                "57246542-96fe-1a63-e053-0824d011072a",
                "2X9R4HXF34",
                generator.generateKeyPair().getPrivate());
    }
}
