package io.github.ascjava.uploads.internal.packages;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Recognizes the format of a package by its first bytes, and reads it. */
public final class PackageReader {

    private static final int MAGIC_BYTES = 4;

    private PackageReader() {}

    /**
     * Reads what a package says about its app.
     *
     * @throws UnreadablePackageException if the file is not an {@code .ipa} or {@code .pkg} file that can be uploaded
     */
    public static PackageContent read(Path file) throws IOException {
        requireFile(file);
        String magic = magic(file);
        return switch (magic) {
            case "PK\u0003\u0004" -> IpaReader.read(file);
            case "xar!" -> PkgReader.read(file);
            default -> throw new UnreadablePackageException("is neither an .ipa nor a .pkg file: it " + kind(magic));
        };
    }

    private static void requireFile(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new UnreadablePackageException(
                    "is a folder; export the app or archive as an .ipa or .pkg file first");
        }
        if (!Files.exists(file)) {
            throw new UnreadablePackageException("does not exist; check the path");
        }
        if (!Files.isRegularFile(file)) {
            throw new UnreadablePackageException("is not a regular file; save it as one first");
        }
        if (Files.size(file) == 0) {
            throw new UnreadablePackageException("is empty; export it again");
        }
    }

    private static String magic(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(MAGIC_BYTES), StandardCharsets.ISO_8859_1);
        } catch (AccessDeniedException e) {
            throw new UnreadablePackageException("cannot be read; change its permissions", e);
        }
    }

    private static String kind(String magic) {
        if (magic.startsWith("PK")) {
            return "is an empty or a split ZIP archive; export the app again";
        }
        if (magic.startsWith("\u001f\u008b")) {
            return "is compressed with gzip; decompress it first";
        }
        if (magic.startsWith("<") || magic.startsWith("{")) {
            return "is text, such as the login page of a proxy; check what was downloaded";
        }
        return "begins with other bytes; export the app from Xcode or its command-line tools";
    }
}
