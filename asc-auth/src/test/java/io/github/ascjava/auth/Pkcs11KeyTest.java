package io.github.ascjava.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Security;
import java.security.cert.Certificate;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A key in a PKCS#11 token, which never leaves it, signs as docs/keys.md says. */
@Timeout(120)
class Pkcs11KeyTest {

    private static final String PIN = "123456";
    private static final List<String> MODULES = List.of(
            "/usr/lib/softhsm/libsofthsm2.so",
            "/usr/lib64/softhsm/libsofthsm2.so",
            "/usr/lib64/pkcs11/libsofthsm2.so",
            "/usr/local/lib/softhsm/libsofthsm2.so",
            "/opt/homebrew/lib/softhsm/libsofthsm2.so");

    private final TestKey testKey = TestKey.generate();

    @TempDir
    private Path folder;

    @BeforeEach
    void initializeToken() throws Exception {
        String module = MODULES.stream()
                .filter(name -> Files.exists(Path.of(name)))
                .findFirst()
                .orElse("");
        boolean hasTool = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(name -> Files.isExecutable(Path.of(name, "softhsm2-util")));
        assumeTrue(hasTool && !module.isEmpty(), "Skipped: this machine has no SoftHSM; install softhsm2.");
        Path tokens = Files.createDirectory(folder.resolve("tokens"));
        Files.writeString(folder.resolve("softhsm2.conf"), "directories.tokendir = " + tokens);
        Files.writeString(folder.resolve("pkcs11.cfg"), """
                name = asc
                library = %s
                slotListIndex = 0
                attributes(import, CKO_PRIVATE_KEY, *) = {
                  CKA_SENSITIVE = true
                  CKA_EXTRACTABLE = false
                }
                """.formatted(module));
        run("softhsm2-util", "--init-token", "--free", "--label", "asc", "--so-pin", PIN, "--pin", PIN);
        storeKeyWithCertificate(folder.resolve("key.p12"));
        run(
                tool("keytool"),
                "-importkeystore",
                "-srckeystore",
                "key.p12",
                "-srcstorepass",
                PIN,
                "-destkeystore",
                "NONE",
                "-deststoretype",
                "PKCS11",
                "-deststorepass",
                PIN,
                "-addprovider",
                "SunPKCS11",
                "-providerarg",
                "pkcs11.cfg");
    }

    @Test
    void signsInTheTokenAndCannotBeExtracted() throws Exception {
        List<String> lines = run(
                        tool("java"), "-cp", System.getProperty("java.class.path"), Sign.class.getName(), "pkcs11.cfg")
                .lines()
                .toList();

        assertThat(lines).hasSize(4);
        assertThat(lines.subList(0, 3)).containsExactly("[asc]", "encoded: false", "TeamKey[2X9R4HXF34]");
        assertThat(Jwt.parse(lines.get(3)).isSignedBy(testKey.publicKey())).isTrue();
    }

    /** The certificate is what SunPKCS11 needs to show the key; nobody looks at what it says. */
    private void storeKeyWithCertificate(Path file) throws Exception {
        HeldCertificate certificate = new HeldCertificate.Builder()
                .keyPair(testKey.publicKey(), testKey.privateKey())
                .build();
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(
                "asc", testKey.privateKey(), PIN.toCharArray(), new Certificate[] {certificate.certificate()});
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, PIN.toCharArray());
        }
    }

    private static String tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    /** SoftHSM finds its tokens by a variable of the environment, so all of this is done by other processes. */
    private String run(String... command) throws IOException, InterruptedException {
        Path errors = folder.resolve("errors");
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectError(errors.toFile());
        builder.environment()
                .put("SOFTHSM2_CONF", folder.resolve("softhsm2.conf").toString());
        Process process = builder.start();
        try {
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor())
                    .as("%s: %s %s", command[0], printed, Files.readString(errors))
                    .isZero();
            return printed;
        } finally {
            process.destroy();
        }
    }

    /** The other process: signs a token with the key in the device. */
    static final class Sign {

        private Sign() {}

        public static void main(String[] args) throws Exception {
            Provider provider = Security.getProvider("SunPKCS11").configure(args[0]);
            Security.addProvider(provider);
            KeyStore device = KeyStore.getInstance("PKCS11", provider);
            device.load(null, PIN.toCharArray());
            PrivateKey privateKey = (PrivateKey) device.getKey("asc", null);
            ApiKey key = ApiKey.team("57246542-96fe-1a63-e053-0824d011072a", "2X9R4HXF34", privateKey);

            System.out.println(Collections.list(device.aliases()));
            System.out.println("encoded: " + (privateKey.getEncoded() != null));
            System.out.println(key);
            System.out.println(AppStoreConnectAuth.interceptor(key).token().value());
        }
    }
}
