package io.github.ascjava.benchmarks;

import io.github.ascjava.auth.ApiKey;
import io.github.ascjava.auth.TeamKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;

/** Keys generated for each run, unknown to Apple. */
final class BenchmarkKeys {

    static final String ISSUER_ID = "57246542-96fe-1a63-e053-0824d011072a";

    private static final String KEY_ID = "2X9R4HXF34";

    private BenchmarkKeys() {}

    static TeamKey teamKey() throws GeneralSecurityException {
        return ApiKey.team(ISSUER_ID, KEY_ID, privateKey());
    }

    /** Writes a key into a file with the name that Apple gives it. */
    static void write(Path folder) throws IOException, GeneralSecurityException {
        Path file = folder.resolve("AuthKey_" + KEY_ID + ".p8");
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, Base64.getEncoder().encodeToString(privateKey().getEncoded()));
    }

    private static PrivateKey privateKey() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair().getPrivate();
    }
}
