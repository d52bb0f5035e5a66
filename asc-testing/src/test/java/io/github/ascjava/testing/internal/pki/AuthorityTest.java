package io.github.ascjava.testing.internal.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.SignatureException;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import okio.ByteString;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuthorityTest {

    private static final Instant NOW = Instant.parse("2026-11-24T10:15:30.5Z");
    private static final Instant NEXT_YEAR = NOW.plus(Duration.ofDays(365));
    private static final BigInteger SERIAL = new BigInteger("E1F6136D44155670", 16);
    private static final CertificateOwner OWNER = new CertificateOwner(
            "R8D2K7Q4LM", "Apple Development: Maya Okafor (R8D2K7Q4LM)", "X8NNQ9CYL2", "Café Größe, Inc.");

    private final Authority authority = new Authority(NOW);

    @Test
    void issuesACertificateForTheKeyThatWasHandedIn() throws Exception {
        KeyPair keys = Requests.rsaKey();

        X509Certificate certificate = x509(authority.issue(OWNER, keys.getPublic(), SERIAL, NOW, NEXT_YEAR));

        assertThat(certificate.getPublicKey()).isEqualTo(keys.getPublic());
        assertThat(certificate.getSerialNumber()).isEqualTo(SERIAL);
        assertThat(certificate.getVersion()).isEqualTo(3);
        assertThat(certificate.getNotBefore().toInstant()).isEqualTo("2026-11-24T10:15:30Z");
        assertThat(certificate.getNotAfter().toInstant()).isEqualTo("2027-11-24T10:15:30Z");
        assertThat(certificate.getSubjectX500Principal().getName())
                .contains("CN=Apple Development: Maya Okafor (R8D2K7Q4LM)", "OU=X8NNQ9CYL2", "O=Café Größe\\, Inc.");
        assertThat(certificate.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.3");
        assertThat(certificate.getKeyUsage()).startsWith(true, false, false);
        assertThat(certificate.getBasicConstraints()).isEqualTo(-1);
    }

    @Test
    void standsAtTheTopOfTheChainOfItsCertificates() throws Exception {
        X509Certificate root = x509(authority.certificate());
        X509Certificate certificate = x509(authority.issue(OWNER, SERIAL, NOW, NEXT_YEAR));
        CertPath path = CertificateFactory.getInstance("X.509").generateCertPath(List.of(certificate));
        PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(root, null)));
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(NOW.plusSeconds(1)));

        assertThat(CertPathValidator.getInstance("PKIX").validate(path, parameters))
                .isNotNull();
        root.verify(root.getPublicKey());
        assertThat(root.getBasicConstraints()).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void hasAKeyOfItsOwn() throws Exception {
        X509Certificate certificate = x509(authority.issue(OWNER, SERIAL, NOW, NEXT_YEAR));
        X509Certificate other = x509(new Authority(NOW).certificate());

        assertThatThrownBy(() -> certificate.verify(other.getPublicKey())).isInstanceOf(SignatureException.class);
    }

    @Test
    void issuesBeyond2049() throws Exception {
        Instant far = Instant.parse("2051-01-01T00:00:00Z");

        assertThat(x509(authority.issue(OWNER, SERIAL, NOW, far)).getNotAfter().toInstant())
                .isEqualTo(far);
    }

    @Test
    void signsMessagesThatTheJdkReads() throws Exception {
        ByteString message = authority.sign(ByteString.encodeUtf8("<plist/>"), NOW);

        // The JDK's public API reads only the certificates of a CMS message.
        List<? extends Certificate> certificates = CertificateFactory.getInstance("X.509")
                .generateCertPath(stream(message), "PKCS7")
                .getCertificates();

        assertThat(certificates).hasSize(1);
        assertThat(certificates.get(0).getEncoded())
                .isEqualTo(authority.certificate().toByteArray());
    }

    @Test
    void signsMessagesThatOpensslVerifies(@TempDir Path folder) throws Exception {
        Path root = write(folder.resolve("root.der"), authority.certificate());
        Path message = write(folder.resolve("message.cms"), authority.sign(ByteString.encodeUtf8("<plist/>"), NOW));
        Path pem = folder.resolve("root.pem");
        openssl("x509", "-inform", "DER", "-in", root.toString(), "-out", pem.toString());

        String[] verify = {
            "cms", "-verify", "-inform", "DER", "-binary", "-CAfile", pem.toString(), "-purpose", "any", "-in"
        };
        assertThat(openssl(with(verify, message.toString()))).isEqualTo("<plist/>");

        byte[] damaged = Files.readAllBytes(message);
        damaged[new String(damaged, StandardCharsets.ISO_8859_1).indexOf("<plist/>") + 1] = 'P';
        Files.write(message, damaged);
        assertThatThrownBy(() -> openssl(with(verify, message.toString()))).hasMessageContaining("verif");
    }

    private static X509Certificate x509(ByteString der) throws Exception {
        return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(stream(der));
    }

    private static InputStream stream(ByteString bytes) {
        return new ByteArrayInputStream(bytes.toByteArray());
    }

    private static Path write(Path file, ByteString bytes) throws Exception {
        return Files.write(file, bytes.toByteArray());
    }

    private static String[] with(String[] arguments, String last) {
        String[] all = Arrays.copyOf(arguments, arguments.length + 1);
        all[arguments.length] = last;
        return all;
    }

    private static String openssl(String... arguments) throws Exception {
        String[] command = new String[arguments.length + 1];
        command[0] = "openssl";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        Process process;
        try {
            process = new ProcessBuilder(command).start();
        } catch (IOException e) {
            Assumptions.abort("There is no openssl on this machine to check the message with.");
            throw e;
        }
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(errors).isZero();
        return output;
    }
}
