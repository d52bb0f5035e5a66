package io.github.ascjava.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ascjava.client.model.provisioning.CertificateType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningAssetsTest {

    private static final CertificateType TYPE = CertificateType.DEVELOPER_ID_APPLICATION;
    private static final String NAME = "Developer ID Application: Example (TEAM123456)";

    @TempDir
    private Path folder;

    private SigningFolder files;

    @BeforeEach
    void open() throws IOException {
        files = SigningFolder.open(folder);
    }

    @AfterEach
    void close() throws IOException {
        files.close();
    }

    private SigningKey key(String name) throws IOException {
        return SigningKey.read(Files.readAllBytes(folder.resolve(name)), null);
    }

    @Test
    void aCertificateOfTheWebsiteFindsTheKeyOfItsRequest() throws IOException {
        SigningAssets assets = SigningAssets.in(files);
        String request = assets.certificateRequest(TYPE, "Me");
        SigningKey key = key("developer_id_application.key.pending");
        X509Certificate certificate = TestPki.certificate(key, NAME);

        assertThat(request).startsWith("-----BEGIN CERTIFICATE REQUEST-----");
        assertThat(assets.identity(TYPE)).isEmpty();
        assertThat(assets.importCertificate(certificate)).endsWith("developer_id_application.cer");
        assertThat(assets.identity(TYPE)).map(SigningIdentity::certificate).contains(certificate);
        assertThat(files.names()).containsExactly("developer_id_application.cer", "developer_id_application.key");
    }

    @Test
    void aSecondRequestIsForTheSameKey() throws IOException {
        SigningAssets assets = SigningAssets.in(files);
        assets.certificateRequest(TYPE, "Me");
        byte[] key = Files.readAllBytes(folder.resolve("developer_id_application.key.pending"));
        assets.certificateRequest(TYPE, "Me");

        assertThat(folder.resolve("developer_id_application.key.pending")).hasBinaryContent(key);
    }

    @Test
    void aCertificateWithoutItsKeyIsNotTaken() throws IOException {
        SigningAssets assets = SigningAssets.in(files);
        X509Certificate foreign = TestPki.certificate(SigningKey.generateP256(), NAME);

        assertThatThrownBy(() -> assets.importCertificate(foreign))
                .isInstanceOf(SigningException.class)
                .hasMessageContaining("No key of the certificate " + NAME)
                .hasMessageContaining("Import a .p12 file with both");
        assertThatThrownBy(() -> assets.importCertificate(TestPki.certificate(SigningKey.generateP256(), "Me")))
                .isInstanceOf(SigningException.class)
                .hasMessageContaining("a name that tells no type");
        assertThat(files.names()).isEmpty();
    }

    @Test
    void anIdentityReplacesThePairOfItsTypeAndTheOldKeyIsKept() throws IOException {
        SigningAssets assets = SigningAssets.in(files);
        SigningKey first = SigningKey.generateP256();
        SigningKey second = SigningKey.generateP256();
        assets.importIdentity(SigningIdentity.of(first, TestPki.certificate(first, NAME)));
        assets.importIdentity(SigningIdentity.of(second, TestPki.certificate(second, NAME)));
        assets.importIdentity(SigningIdentity.of(second, TestPki.certificate(second, NAME)));

        assertThat(assets.identity(TYPE)).map(each -> each.key().publicKey()).contains(second.publicKey());
        assertThat(key("developer_id_application.key.old1").publicKey()).isEqualTo(first.publicKey());
        assertThat(files.names()).hasSize(3);
    }

    @Test
    void keyAndCertificateThatDoNotBelongTogetherAreNoIdentity() throws IOException {
        SigningAssets assets = SigningAssets.in(files);
        SigningKey key = SigningKey.generateP256();
        assets.importIdentity(SigningIdentity.of(key, TestPki.certificate(key, NAME)));
        files.write(
                "developer_id_application.key",
                SigningKey.generateP256().toPem().getBytes(StandardCharsets.US_ASCII));

        assertThat(assets.identity(TYPE)).isEmpty();
        assertThatThrownBy(() -> SigningIdentity.of(SigningKey.generateP256(), TestPki.certificate(key, NAME)))
                .isInstanceOf(SigningException.class)
                .hasMessageContaining("is for another key");
    }

    @Test
    void onlyTheOwnerReadsTheFilesAndOneRunWorksThereAtATime() throws IOException {
        Path inner = folder.resolve("a").resolve("b");
        try (SigningFolder open = SigningFolder.open(inner)) {
            open.write("x.key", new byte[] {1});
            assertThatThrownBy(() -> SigningFolder.open(inner))
                    .isInstanceOf(SigningException.class)
                    .hasMessageStartingWith("Another run is working in the folder ");
        }
        SigningFolder.open(inner).close();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(inner)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(inner.resolve("x.key"))))
                .isEqualTo("rw-------");
        try (Stream<Path> all = Files.list(inner)) {
            assertThat(all).hasSize(2);
        }
    }

    @Test
    void aNameThatLeavesTheFolderIsRejectedAndAViewWritesNothing() {
        assertThatThrownBy(() -> files.write("../x", new byte[0])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> files.read("..")).isInstanceOf(IllegalArgumentException.class);
        SigningFolder view = SigningFolder.readOnly(folder);
        assertThatThrownBy(() -> view.write("x", new byte[0])).isInstanceOf(IllegalStateException.class);
    }
}
