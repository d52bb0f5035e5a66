package io.github.ascjava.notary;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files to submit. */
final class Archives {

    private Archives() {}

    /** Writes a zip archive with an incompressible file. */
    static Path zip(Path file, int bytes) throws IOException {
        byte[] content = new byte[bytes];
        new Random(bytes).nextBytes(content);
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("Example.app/Contents/MacOS/Example"));
            zip.write(content);
            zip.closeEntry();
        }
        return file;
    }

    /** Writes a file with the end of a disk image. */
    static Path diskImage(Path file, long bytes) throws IOException {
        try (RandomAccessFile image = new RandomAccessFile(file.toFile(), "rw")) {
            image.setLength(bytes);
            image.seek(bytes - 512);
            image.writeBytes("koly");
        }
        return file;
    }
}
