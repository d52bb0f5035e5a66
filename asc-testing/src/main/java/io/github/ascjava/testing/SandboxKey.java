package io.github.ascjava.testing;

import io.github.ascjava.auth.ApiKey;
import io.github.ascjava.auth.IndividualKey;
import io.github.ascjava.client.model.users.UserRole;
import io.github.ascjava.testing.internal.pki.EcSigner;
import io.github.ascjava.testing.internal.server.AcceptedKey;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.util.Base64;
import java.util.HexFormat;

/** The key whose tokens a sandbox accepts; generated for it and valid nowhere else. */
final class SandboxKey {

    private static final String ISSUER_ID = "57246542-96fe-1a63-e053-0824d011072a";
    private static final String KEY_ID = "2X9R4HXF34";

    /** The frame of a P-256 key in PKCS#8 as in Apple's files: with the curve again and the public half inside. */
    private static final String BEFORE_PRIVATE =
            "308193020100301306072a8648ce3d020106082a8648ce3d030107047930770201010420";

    private static final String BEFORE_PUBLIC = "a00a06082a8648ce3d030107a14403420004";
    private static final int NUMBER_BYTES = 32;
    private static final int LINE = 64;

    private final ApiKey apiKey;
    private final KeyPair pair;

    private SandboxKey(ApiKey apiKey, KeyPair pair) {
        this.apiKey = apiKey;
        this.pair = pair;
    }

    static SandboxKey team() {
        KeyPair pair = EcSigner.newKeyPair();
        return new SandboxKey(ApiKey.team(ISSUER_ID, KEY_ID, pair.getPrivate()), pair);
    }

    static SandboxKey individual() {
        KeyPair pair = EcSigner.newKeyPair();
        return new SandboxKey(ApiKey.individual(KEY_ID, pair.getPrivate()), pair);
    }

    ApiKey apiKey() {
        return apiKey;
    }

    AcceptedKey accepted(UserRole role) {
        String issuerId = apiKey instanceof IndividualKey ? null : ISSUER_ID;
        return new AcceptedKey(KEY_ID, issuerId, pair.getPublic(), role.value());
    }

    /** Writes a file like Apple's, readable by its owner only where the file system supports that. */
    Path write(Path directory) throws IOException {
        Path file = directory.resolve("AuthKey_" + KEY_ID + ".p8");
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] ownerOnly = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        Files.createFile(file, ownerOnly);
        Files.writeString(file, pem(), StandardCharsets.US_ASCII);
        return file;
    }

    /** Returns the content of such a file. */
    String pem() {
        ECPublicKey publicKey = (ECPublicKey) pair.getPublic();
        String der = BEFORE_PRIVATE
                + hex(((ECPrivateKey) pair.getPrivate()).getS())
                + BEFORE_PUBLIC
                + hex(publicKey.getW().getAffineX())
                + hex(publicKey.getW().getAffineY());
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder(LINE, new byte[] {'\n'})
                        .encodeToString(HexFormat.of().parseHex(der))
                + "\n-----END PRIVATE KEY-----";
    }

    private static String hex(BigInteger number) {
        String digits = number.toString(16);
        return "0".repeat(NUMBER_BYTES * 2 - digits.length()) + digits;
    }
}
