package io.github.ascjava.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.Security;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.EllipticCurve;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A runtime without elliptic curves, such as a small image, is never taken for a damaged key. */
@Timeout(60)
class NoEllipticCurvesTest {

    private static final String MISSING =
            "this Java runtime has no elliptic curves, which ES256 requires. Add the module"
                    + " jdk.crypto.ec to the runtime image (jlink --add-modules jdk.crypto.ec) or, from Java 22 on, where"
                    + " java.base holds it, leave the security provider SunEC registered.";
    private static final String NOT_CHECKED =
            "InvalidApiKeyException: The private key was not checked and may be intact: " + MISSING;
    private static final String NOT_SIGNED =
            "AuthenticationException: No token could be signed with IndividualKey[2X9R4HXF34]: " + MISSING;

    @TempDir
    private Path folder;

    @Test
    void anImageWithoutTheModuleIsNamedForTextFileAndObject() throws Exception {
        List<String> lines = inOtherRuntime(List.of("--limit-modules", "java.se,jdk.unsupported"), "limited");
        assumeFalse(
                lines.contains("has curves"),
                "Skipped: this JDK holds elliptic curves in java.base, so that no image lacks them.");

        assertThat(lines).containsExactly(NOT_CHECKED, notChecked(), NOT_CHECKED, NOT_SIGNED);
    }

    @Test
    void aRemovedProviderIsNamedForTextFileAndObjectAndWhenSigning() throws Exception {
        assertThat(inOtherRuntime(List.of(), "removed"))
                .containsExactly(NOT_CHECKED, notChecked(), NOT_CHECKED, NOT_SIGNED);
    }

    private String notChecked() {
        return NOT_CHECKED.replace("private key", "file " + file());
    }

    private Path file() {
        return folder.resolve("AuthKey_2X9R4HXF34.p8");
    }

    private List<String> inOtherRuntime(List<String> options, String mode) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Load.class.getName(), mode));
        String text = TestKey.generate().applePem();
        command.addAll(List.of(text, Files.writeString(file(), text).toString()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).isZero();
            return printed.lines().toList();
        } finally {
            process.destroy();
        }
    }

    /** The other process: prints what becomes of a good key as text, as a file, as an object and in a device. */
    static final class Load {

        private Load() {}

        public static void main(String[] args) {
            if (args[0].equals("removed")) {
                Security.removeProvider("SunEC");
            } else if (hasCurves()) {
                System.out.println("has curves");
                return;
            }
            print(() -> ApiKey.individual("2X9R4HXF34", args[1]));
            print(() -> ApiKey.individual(Path.of(args[2])));
            print(() -> ApiKey.individual("2X9R4HXF34", new KeyObject(p256())));
            print(() -> AppStoreConnectAuth.interceptor(ApiKey.individual("2X9R4HXF34", new KeyObject(null)))
                    .token());
        }

        private static boolean hasCurves() {
            try {
                KeyFactory.getInstance("EC");
                return true;
            } catch (NoSuchAlgorithmException e) {
                return false;
            }
        }

        private static void print(Attempt attempt) {
            try {
                System.out.println(attempt.run());
            } catch (Exception e) {
                System.out.println(e.getClass().getSimpleName() + ": " + e.getMessage());
            }
        }

        /** The curve by its numbers (FIPS 186-4, D.1.2.3), because this runtime does not know its name. */
        private static ECParameterSpec p256() {
            BigInteger p = hex("ffffffff00000001000000000000000000000000ffffffffffffffffffffffff");
            return new ECParameterSpec(
                    new EllipticCurve(
                            new ECFieldFp(p),
                            p.subtract(BigInteger.valueOf(3)),
                            hex("5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b")),
                    new ECPoint(
                            hex("6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296"),
                            hex("4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5")),
                    hex("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551"),
                    1);
        }

        private static BigInteger hex(String digits) {
            return new BigInteger(digits, 16);
        }

        private interface Attempt {
            Object run() throws Exception;
        }
    }

    /** A key object of a provider that is not part of the runtime; it has no parameters if it is in a device. */
    private static final class KeyObject implements PrivateKey, ECPrivateKey {

        private static final long serialVersionUID = 1L;

        private final transient @Nullable ECParameterSpec params;

        KeyObject(@Nullable ECParameterSpec params) {
            this.params = params;
        }

        @Override
        public String getAlgorithm() {
            return "EC";
        }

        @Override
        public @Nullable String getFormat() {
            return null;
        }

        @Override
        public byte @Nullable [] getEncoded() {
            return null;
        }

        @Override
        public BigInteger getS() {
            throw new UnsupportedOperationException("The key stays in its device.");
        }

        @Override
        @SuppressWarnings("NullAway") // The interface is not annotated; devices do return null.
        public @Nullable ECParameterSpec getParams() {
            return params;
        }
    }
}
