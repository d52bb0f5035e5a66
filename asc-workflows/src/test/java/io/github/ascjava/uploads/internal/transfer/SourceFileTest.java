package io.github.ascjava.uploads.internal.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.ascjava.uploads.internal.transfer.TransferException.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceFileTest {

    @TempDir
    Path folder;

    @Test
    void aMissingFileIsNamed() {
        Path missing = folder.resolve("app.ipa");

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> SourceFile.open(missing))
                .withMessage("The file " + missing + " could not be opened: NoSuchFileException.");
    }

    @Test
    void aFolderIsNotAFile() {
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> SourceFile.open(folder))
                .withMessage("The file " + folder + " could not be opened: it is not a regular file.");
    }

    @Test
    void aRangeHasItsDigest() throws IOException {
        Path path = Files.writeString(folder.resolve("file"), "xxHello, worldyy");
        try (SourceFile file = SourceFile.open(path)) {
            assertThat(file.md5(2, 12)).isEqualTo("bc6e6f16b8a077ef5fbc8d59d0b931b9");
            assertThat(file.md5(16, 0)).isEqualTo("d41d8cd98f00b204e9800998ecf8427e");
        }
    }

    @Test
    void aFileWithAnotherSizeHasChanged() throws IOException {
        assertChanged(
                path -> Files.writeString(path, "more", StandardOpenOption.APPEND), "its size was 7 bytes and is 11");
    }

    @Test
    void aFileWithAnotherTimeHasChanged() throws IOException {
        Instant later = Instant.parse("2030-01-01T00:00:00Z");
        assertChanged(path -> Files.setLastModifiedTime(path, FileTime.from(later)), "it was modified at " + later);
    }

    @Test
    void aFileThatWasDeletedHasChanged() throws IOException {
        assertChanged(Files::delete, "it can no longer be found (NoSuchFileException)");
    }

    @Test
    void aFileThatWasReplacedByAnEqualOneHasChanged() throws IOException {
        assertChanged(
                path -> {
                    FileTime time = Files.getLastModifiedTime(path);
                    Path other = Files.writeString(folder.resolve("other"), "content");
                    Files.setLastModifiedTime(other, time);
                    Files.move(other, path, StandardCopyOption.REPLACE_EXISTING);
                },
                "another file has taken its place");
    }

    private void assertChanged(Change change, String how) throws IOException {
        Path path = Files.writeString(folder.resolve("file"), "content");
        try (SourceFile file = SourceFile.open(path)) {
            file.requireUnchanged();
            change.apply(path);

            TransferException e = catchThrowableOfType(TransferException.class, file::requireUnchanged);
            assertThat(e.kind()).isEqualTo(Kind.FILE_CHANGED);
            assertThat(e)
                    .hasMessage("The file " + path + " changed while it was being sent: " + how
                            + ". Send it again when it is complete.");
        }
    }

    @FunctionalInterface
    private interface Change {
        void apply(Path path) throws IOException;
    }
}
