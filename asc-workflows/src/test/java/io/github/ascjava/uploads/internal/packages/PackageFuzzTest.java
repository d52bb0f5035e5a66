package io.github.ascjava.uploads.internal.packages;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Whatever a package contains, it is read or rejected with one sentence. */
class PackageFuzzTest {

    @FuzzTest
    void plist(byte[] bytes) {
        try {
            InfoPlist plist = InfoPlist.read(bytes, "Info.plist");
            for (String key : List.of("CFBundleVersion", "UIDeviceFamily", "a")) {
                plist.texts(key);
                assertThat(plist.integers(key)).isSorted();
                plist.flag(key);
                plist.text(key);
            }
        } catch (UnreadablePackageException e) {
            assertThat(e.getMessage()).startsWith("has a ").doesNotContainPattern("\\p{Cc}");
        }
    }

    @FuzzTest
    void ipa(byte[] bytes) throws IOException {
        read(bytes, "PK\u0003\u0004");
    }

    @FuzzTest
    void pkg(byte[] bytes) throws IOException {
        read(bytes, "xar!");
    }

    /** Tables of contents are compressed, which a fuzzer cannot guess. */
    @FuzzTest
    void table(byte[] bytes) {
        try {
            for (XarEntry entry : XarContents.parse(bytes)) {
                assertThat(entry.offset()).isNotNegative();
                assertThat(entry.path().split("/")).doesNotContain("..");
            }
        } catch (UnreadablePackageException e) {
            assertThat(e.getMessage()).doesNotContainPattern("\\p{Cc}");
        }
    }

    @FuzzTest
    void installer(byte[] bytes) {
        try {
            XmlElement xml = XmlElement.parse(new String(bytes, StandardCharsets.UTF_8), false);
            InstallerBundles.app(InstallerBundles.ofPackage(xml), "a");
            InstallerBundles.app(InstallerBundles.ofDistribution(xml), "a");
        } catch (UnreadablePackageException e) {
            assertThat(e.getMessage()).doesNotContainPattern("\\p{Cc}");
        }
    }

    private static void read(byte[] bytes, String magic) throws IOException {
        byte[] start = magic.getBytes(StandardCharsets.ISO_8859_1);
        Path file = Files.createTempFile("package", ".bin");
        try {
            System.arraycopy(start, 0, bytes, 0, Math.min(start.length, bytes.length));
            Files.write(file, bytes);
            PackageContent content = PackageReader.read(file);
            assertThat(content.app().id()).isNotBlank();
        } catch (UnreadablePackageException e) {
            assertThat(e.getMessage()).doesNotContainPattern("\\p{Cc}");
        } finally {
            Files.delete(file);
        }
    }
}
