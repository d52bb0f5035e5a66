package io.github.ascjava.notary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ascjava.testing.Sandbox;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is sent to Apple, and what is rejected before. */
class ArchiveTest {

    @TempDir
    Path folder;

    private final Sandbox sandbox = Sandbox.start();
    private final Notary notary = Notary.of(sandbox.client());

    @AfterEach
    void nothingWasSent() {
        assertThat(sandbox.requests()).isEmpty();
        sandbox.close();
    }

    private void rejects(Path file, String... words) {
        assertThatThrownBy(() -> notary.submit(file))
                .isInstanceOf(UnsupportedArchiveException.class)
                .hasMessageContainingAll(words)
                .hasMessageContaining(file.toString());
    }

    private Path file(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    @Test
    void missingFiles() {
        assertThatThrownBy(() -> notary.submit(folder.resolve("no.zip")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("no.zip");
    }

    @Test
    void foldersSuchAsApps() throws IOException {
        rejects(Files.createDirectory(folder.resolve("Example.app")), "folder", "ditto -c -k --keepParent");
    }

    @Test
    void emptyFilesAndArchives() throws IOException {
        rejects(file("a.zip", new byte[0]), "empty");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ZipOutputStream(bytes).close();
        rejects(file("b.zip", bytes.toByteArray()), "without files");
    }

    @Test
    void otherFormats() throws IOException {
        rejects(file("a.tar.gz", new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0}), "gzip", ".dmg");
        rejects(file("program", new byte[] {(byte) 0xcf, (byte) 0xfa, (byte) 0xed, (byte) 0xfe, 7, 0}), "a program");
        rejects(file("a.txt", "hello".getBytes(java.nio.charset.StandardCharsets.UTF_8)), "zip archives");
        rejects(file("x", new byte[] {1}), "zip archives");
        rejects(file("raw.dmg", new byte[1024]), "UDIF");
    }

    @Test
    void cutArchives() throws IOException {
        byte[] zip = Files.readAllBytes(Archives.zip(folder.resolve("whole.zip"), 100_000));
        rejects(file("cut.zip", Arrays.copyOf(zip, zip.length - 30)), "incomplete");
        byte[] xar = new byte[40];
        System.arraycopy("xar!".getBytes(java.nio.charset.StandardCharsets.US_ASCII), 0, xar, 0, 4);
        xar[14] = 9;
        rejects(file("cut.pkg", xar), "installer package", "incomplete");
    }

    @Test
    void invalidRequests() {
        SubmissionRequest request = SubmissionRequest.of(folder.resolve("a.zip"));
        assertThatIllegalArgumentException().isThrownBy(() -> request.withName(" "));
        assertThatIllegalArgumentException().isThrownBy(() -> request.withWebhook("http://example.com/hook"));
        assertThatIllegalArgumentException().isThrownBy(() -> UploadHost.at("http://example.com/"));
        assertThatIllegalArgumentException().isThrownBy(() -> UploadHost.at("https://example.com/path"));
    }
}
