package io.github.ascjava.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Keys in a PKCS#11 token sign requests, and never leave it. */
@Timeout(120)
class TokenKeyTest {

    private static final String PIN = "123456";
    private static final String END = "-----END CERTIFICATE REQUEST-----";
    private static final SigningKey RSA = SigningKey.generateRsa();
    private static final SigningKey P256 = SigningKey.generateP256();
    private static final List<String> MODULES = List.of(
            "/usr/lib/softhsm/libsofthsm2.so",
            "/usr/lib64/softhsm/libsofthsm2.so",
            "/usr/lib64/pkcs11/libsofthsm2.so",
            "/usr/local/lib/softhsm/libsofthsm2.so",
            "/opt/homebrew/lib/softhsm/libsofthsm2.so");

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
        storeKeys(folder.resolve("keys.p12"));
        run(
                tool("keytool"),
                "-importkeystore",
                "-srckeystore",
                "keys.p12",
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
    void aKeyInATokenSignsItsRequestAndNeverLeavesIt() throws Exception {
        for (SigningKey key : new SigningKey[] {RSA, P256}) {
            String printed = run(
                    tool("java"),
                    "-cp",
                    System.getProperty("java.class.path"),
                    InToken.class.getName(),
                    "pkcs11.cfg",
                    alias(key));

            int end = printed.indexOf(END) + END.length();
            assertThat(isSignedBy(printed.substring(0, end), key.publicKey())).isTrue();
            assertThat(printed.substring(end).strip().lines())
                    .containsExactly(
                            "encoded: false",
                            "exportable: false",
                            "The key cannot leave its token, so it cannot be written to a file.",
                            "The key cannot leave its token, so it cannot be written to a file.",
                            "SigningIdentity of its certificate: true");
        }
    }

    private static boolean isSignedBy(String pem, PublicKey key) throws Exception {
        try (PEMParser parser = new PEMParser(new StringReader(pem))) {
            return ((PKCS10CertificationRequest) parser.readObject())
                    .isSignatureValid(new JcaContentVerifierProviderBuilder().build(key));
        }
    }

    private static String alias(SigningKey key) {
        return key == RSA ? "rsa" : "p256";
    }

    private static void storeKeys(Path file) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        for (SigningKey key : new SigningKey[] {RSA, P256}) {
            Certificate certificate = TestPki.certificate(key, "Apple Development: A");
            store.setKeyEntry(alias(key), key.privateKey(), PIN.toCharArray(), new Certificate[] {certificate});
        }
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

    /** The other process: makes a request with a key in the token, and tries to get the key out. */
    static final class InToken {

        private InToken() {}

        public static void main(String[] args) throws Exception {
            Provider provider = Security.getProvider("SunPKCS11").configure(args[0]);
            KeyStore token = KeyStore.getInstance("PKCS11", provider);
            token.load(null, PIN.toCharArray());
            PrivateKey privateKey = (PrivateKey) token.getKey(args[1], null);
            X509Certificate certificate = (X509Certificate) token.getCertificate(args[1]);
            SigningKey key = SigningKey.of(privateKey, certificate.getPublicKey(), provider);

            System.out.println(key.certificateRequest("Token").strip());
            System.out.println("encoded: " + (privateKey.getEncoded() != null));
            System.out.println("exportable: " + key.isExportable());
            print(key::toPem);
            SigningIdentity identity = SigningIdentity.of(key, certificate);
            print(() -> Pkcs12.write(identity, "long enough".toCharArray(), Pkcs12Format.MODERN));
            System.out.println("SigningIdentity of its certificate: "
                    + identity.certificate().equals(certificate));
        }

        private static void print(Runnable leaving) {
            try {
                leaving.run();
                System.out.println("It left.");
            } catch (SigningException e) {
                System.out.println(e.getMessage());
            }
        }
    }
}
