package io.github.ascjava.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningFileTest {

    private static final SigningKey KEY = SigningKey.generateP256();
    private static final X509Certificate CERTIFICATE = TestPki.certificate(KEY, "Apple Distribution: A (TEAM123456)");
    private static final byte[] PROFILE = TestPki.profile(KEY, CERTIFICATE, TestPki.members("App", ""));

    @TempDir
    private Path folder;

    private Path file(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    private Path archive(Map<String, byte[]> entries) throws IOException {
        Path file = folder.resolve("app.ipa");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> each : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(each.getKey()));
                zip.write(each.getValue());
            }
        }
        return file;
    }

    /** Names are often wrong: fastlane match calls a key in PEM .p12. */
    @Test
    void theContentTellsWhatAFileIs() throws IOException, CertificateEncodingException {
        byte[] pem = KEY.toPem().getBytes(StandardCharsets.US_ASCII);
        String certificate = TestPki.pem("CERTIFICATE", CERTIFICATE.getEncoded());

        assertThat(SigningFile.read(file("a.cer", PROFILE), null)).isInstanceOf(SigningFile.OfProfile.class);
        assertThat(SigningFile.read(file("a.p12", pem), null)).isInstanceOf(SigningFile.OfKey.class);
        assertThat(SigningFile.read(file("a.bin", KEY.privateKey().getEncoded()), null))
                .isInstanceOf(SigningFile.OfKey.class);
        assertThat(SigningFile.read(file("a.txt", certificate.getBytes(StandardCharsets.US_ASCII)), null))
                .isEqualTo(new SigningFile.OfCertificate(CERTIFICATE));
        assertThat(SigningFile.read(file("a.mobileprovision", CERTIFICATE.getEncoded()), null))
                .isEqualTo(new SigningFile.OfCertificate(CERTIFICATE));
        assertThat(SigningFile.read(
                        file(
                                "a.key",
                                Pkcs12.write(
                                        SigningIdentity.of(KEY, CERTIFICATE), new char[] {'x'}, Pkcs12Format.MODERN)),
                        new char[] {'x'}))
                .isInstanceOf(SigningFile.OfPkcs12.class);
    }

    @Test
    void theProfilesOfAnAppAndItsExtensionsAreFound() throws IOException {
        Path file = archive(Map.of(
                "Payload/Trail.app/embedded.mobileprovision",
                PROFILE,
                "Payload/Trail.app/PlugIns/Widget.appex/embedded.mobileprovision",
                PROFILE,
                "Payload/Trail.app/Trail",
                new byte[10],
                "Other/embedded.mobileprovision",
                new byte[10]));

        SigningFile read = SigningFile.read(file, null);
        assertThat(((SigningFile.OfApp) read).profiles())
                .containsOnlyKeys("Payload/Trail.app", "Payload/Trail.app/PlugIns/Widget.appex");
    }

    @Test
    void whatCannotBeReadIsSaidInOneSentenceThatNamesTheFile() throws IOException, CertificateEncodingException {
        assertRejected(folder.resolve("none"), " does not exist.");
        assertRejected(file("empty", new byte[0]), " is empty.");
        assertRejected(
                file("foreign", "hello".getBytes(StandardCharsets.US_ASCII)),
                " is not a profile, a PKCS#12 file, a certificate, a key or an .ipa archive.");
        assertRejected(
                file("cut.mobileprovision", Arrays.copyOf(PROFILE, 200)),
                " is not a signed message (CMS), or is damaged or incomplete.");
        assertRejected(
                file("cut.cer", Arrays.copyOf(CERTIFICATE.getEncoded(), 200)), " is not a certificate, or is damaged.");
        assertRejected(
                file(
                        "cut.p12",
                        Arrays.copyOf(
                                Pkcs12.write(
                                        SigningIdentity.of(KEY, CERTIFICATE), new char[] {'x'}, Pkcs12Format.MODERN),
                                300)),
                " is not a PKCS#12 file, or is damaged or incomplete.");
        assertRejected(
                archive(Map.of("Payload/Trail.app/Info.plist", new byte[3])),
                " holds no embedded.mobileprovision: it is no .ipa file, or comes from the App Store, which removes the"
                        + " profile.");
        byte[] archive = Files.readAllBytes(archive(Map.of("Payload/A.app/embedded.mobileprovision", PROFILE)));
        assertRejected(
                file("cut.ipa", Arrays.copyOf(archive, archive.length / 2)),
                " is not an .ipa archive, or is damaged or incomplete.");
    }

    @Test
    void whatIsTooLargeIsNotReadIntoMemory() throws IOException {
        Path large = file("large", PROFILE);
        try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(3L << 30);
        }

        assertRejected(large, " is larger than 4096 KiB.");
        assertRejected(
                archive(Map.of("Payload/A.app/embedded.mobileprovision", new byte[5 << 20])),
                " holds a profile that is larger than 4096 KiB.");
    }

    private static void assertRejected(Path file, String message) {
        assertThatThrownBy(() -> SigningFile.read(file, null))
                .isInstanceOf(SigningException.class)
                .hasMessage("The file " + file + message);
    }
}
