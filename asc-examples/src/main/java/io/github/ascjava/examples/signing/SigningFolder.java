package io.github.ascjava.examples.signing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/** The folder that keys, certificates and profiles are kept in; only its owner can read what is written. */
final class SigningFolder {

    private final Path folder;

    SigningFolder(Path folder) {
        this.folder = folder;
    }

    /** Returns the certificate that was written for a purpose, if its key is here as well. */
    Optional<X509Certificate> certificate(String purpose) throws IOException {
        Path file = file(purpose, "cer");
        return Files.exists(file) && Files.exists(file(purpose, "key"))
                ? Optional.of(read(Files.readAllBytes(file)))
                : Optional.empty();
    }

    /** Writes the key of a certificate that is about to be asked for, beside the one in use. */
    void writePendingKey(String purpose, SigningKey key) throws IOException {
        write(pendingKey(purpose), key.pem().getBytes(StandardCharsets.US_ASCII));
    }

    /** Writes the certificate for the pending key and puts both to use; the key before it is kept. */
    Path writeCertificate(String purpose, String base64) throws IOException {
        Path key = file(purpose, "key");
        for (int i = 1; Files.exists(key); i++) {
            Path kept = key.resolveSibling(key.getFileName() + ".old" + i);
            if (!Files.exists(kept)) {
                Files.move(key, kept);
            }
        }
        Files.move(pendingKey(purpose), key);
        return write(file(purpose, "cer"), Base64.getMimeDecoder().decode(base64));
    }

    Path writeProfile(String name, boolean forMac, String base64) throws IOException {
        return write(
                file(name, forMac ? "provisionprofile" : "mobileprovision"),
                Base64.getMimeDecoder().decode(base64));
    }

    static X509Certificate read(byte[] der) throws IOException {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException e) {
            throw new IOException("A certificate could not be read: " + e.getMessage(), e);
        }
    }

    private Path pendingKey(String purpose) {
        return file(purpose, "key.pending");
    }

    private Path file(String name, String ending) {
        return folder.resolve(name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._-]+", "-") + "." + ending);
    }

    /** A file is made readable for its owner only before anything is in it. */
    private Path write(Path file, byte[] content) throws IOException {
        boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        Files.createDirectories(folder, posix ? permissions("rwx------") : new FileAttribute<?>[0]);
        Path fresh =
                Files.createTempFile(folder, ".new", "", posix ? permissions("rw-------") : new FileAttribute<?>[0]);
        Files.write(fresh, content);
        return Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static FileAttribute<?>[] permissions(String text) {
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text))};
    }
}
