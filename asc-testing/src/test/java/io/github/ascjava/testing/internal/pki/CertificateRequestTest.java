package io.github.ascjava.testing.internal.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import okio.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateRequestTest {

    @Test
    void takesTheKeyFromARequestForAnRsaKey() throws Exception {
        KeyPair keys = Requests.rsaKey();

        assertThat(CertificateRequest.read(Requests.pem(keys)).publicKey()).isEqualTo(keys.getPublic());
    }

    @Test
    void takesTheKeyFromARequestForAnEcKey() throws Exception {
        KeyPair keys = Requests.ecKey();

        assertThat(CertificateRequest.read(Requests.pem(keys)).publicKey()).isEqualTo(keys.getPublic());
    }

    @Test
    void takesTheBase64TextAlone() throws Exception {
        KeyPair keys = Requests.ecKey();
        String pem = Requests.pem(keys);

        String body = pem.replaceAll("-----[^-]+-----", "").strip();
        String onOneLine = body.replace("\n", "");
        String fromWindows = pem.replace("\n", "\r\n");

        assertThat(CertificateRequest.read(body).publicKey()).isEqualTo(keys.getPublic());
        assertThat(CertificateRequest.read(onOneLine).publicKey()).isEqualTo(keys.getPublic());
        assertThat(CertificateRequest.read(fromWindows).publicKey()).isEqualTo(keys.getPublic());
    }

    @Test
    void takesWhatKeytoolWrites(@TempDir Path folder) throws Exception {
        String store = folder.resolve("keys.p12").toString();
        keytool(
                "-genkeypair",
                "-keyalg",
                "RSA",
                "-keysize",
                "2048",
                "-alias",
                "a",
                "-dname",
                "CN=PEM",
                "-keystore",
                store,
                "-storepass",
                "changeit");
        String request = keytool("-certreq", "-alias", "a", "-keystore", store, "-storepass", "changeit");

        assertThat(CertificateRequest.read(request).publicKey().getAlgorithm()).isEqualTo("RSA");
    }

    @Test
    void rejectsARequestThatAnotherKeySigned() throws Exception {
        String pem = Requests.pem(Requests.ecKey(), Requests.ecKey());

        assertThatThrownBy(() -> CertificateRequest.read(pem))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The request is not signed by the key that it holds.");
    }

    @Test
    void rejectsEverythingElseWithASentence() throws Exception {
        String certificate = "-----BEGIN CERTIFICATE REQUEST-----\n"
                + new Authority(Instant.EPOCH).certificate().base64()
                + "\n-----END CERTIFICATE REQUEST-----";

        for (String text : new String[] {"", "csr", "äöü", "MAA=", "MAkwADAAAwEA", certificate}) {
            assertThatThrownBy(() -> CertificateRequest.read(text))
                    .as(text)
                    .isInstanceOf(IllegalArgumentException.class)
                    .message()
                    .endsWith(".");
        }
    }

    @Test
    void survivesAnyDamage() throws Exception {
        byte[] whole = ByteString.decodeBase64(Requests.pem(Requests.ecKey()).replaceAll("-----[^-]+-----|\n", ""))
                .toByteArray();
        Random random = new Random(4);
        for (int i = 0; i < 500; i++) {
            byte[] damaged = whole.clone();
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 + random.nextInt(255));
            String text = ByteString.of(damaged).base64();
            assertThatThrownBy(() -> CertificateRequest.read(text)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static String keytool(String... arguments) throws Exception {
        String[] command = new String[arguments.length + 1];
        command[0] = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        Process process = new ProcessBuilder(command).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        return output;
    }
}
