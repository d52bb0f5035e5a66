package io.github.ascjava.examples.signing;

import io.github.ascjava.client.model.provisioning.Profile;
import io.github.ascjava.examples.cli.FailedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The folder that keys, certificates and profiles are kept in, for one run at a time.
 *
 * <p>A key without its certificate is pending until there is one. Whatever interrupts a run, the key stays, and the next run
 * finds its certificate at Apple or asks for it again with the same key.
 */
final class SigningFolder implements AutoCloseable {

    private final Path folder;
    private final PrivateFiles files;
    private final @Nullable FolderLock lock;

    private SigningFolder(Path folder, PrivateFiles files, @Nullable FolderLock lock) {
        this.folder = folder;
        this.files = files;
        this.lock = lock;
    }

    /**
     * Opens a folder to write to, which is created if there is none.
     *
     * @throws FailedException if another run works there
     */
    static SigningFolder open(Path folder) throws IOException {
        PrivateFiles files = new PrivateFiles(folder);
        files.createFolder();
        return new SigningFolder(folder, files, FolderLock.of(folder));
    }

    /** Opens a folder to read from, which need not exist. */
    static SigningFolder view(Path folder) {
        return new SigningFolder(folder, new PrivateFiles(folder), null);
    }

    /** Returns the certificate that is kept for a purpose, if the key that is kept is its own. */
    Optional<X509Certificate> certificate(String purpose) throws IOException {
        Path file = file(purpose, "cer");
        Optional<SigningKey> key = usedKey(purpose);
        return key.isPresent() && Files.isRegularFile(file)
                ? Contents.certificate(Files.readAllBytes(file)).filter(key.get()::isOf)
                : Optional.empty();
    }

    /** Returns the keys that a certificate at Apple may belong to, those of an interrupted run first. */
    List<KeptKey> keys(String purpose) throws IOException {
        List<KeptKey> keys = new ArrayList<>();
        pendingKey(purpose).ifPresent(key -> keys.add(new KeptKey(key, pendingFile(purpose))));
        usedKey(purpose).ifPresent(key -> keys.add(new KeptKey(key, file(purpose, "key"))));
        return keys;
    }

    /**
     * Returns the key of an interrupted run.
     *
     * @throws FailedException if its file cannot be read; Apple may have a certificate for it
     */
    Optional<SigningKey> pendingKey(String purpose) throws IOException {
        Path file = pendingFile(purpose);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(SigningKey.read(Files.readString(file, StandardCharsets.ISO_8859_1)));
        } catch (IOException e) {
            throw new FailedException(
                    "The file " + file + " of an earlier run cannot be used: " + e.getMessage()
                            + " Move it out of the folder, and run this command again.",
                    e);
        }
    }

    /** Writes the key of a certificate that is about to be asked for, beside the one in use. */
    KeptKey writePendingKey(String purpose, SigningKey key) throws IOException {
        Path file = pendingFile(purpose);
        if (Files.exists(file)) {
            throw new IllegalStateException(file + " is there already, and there may be a certificate for it.");
        }
        return new KeptKey(key, files.replace(file, key.pem().getBytes(StandardCharsets.US_ASCII)));
    }

    /** Puts a key and its certificate to use; a key that was used before is kept. */
    Path use(String purpose, KeptKey key, byte[] certificate) throws IOException {
        Path used = file(purpose, "key");
        return files.replace(file(purpose, "cer"), certificate, () -> {
            if (!key.file().equals(used)) {
                setAside(used);
                Files.move(key.file(), used, StandardCopyOption.ATOMIC_MOVE);
            }
        });
    }

    Path pendingFile(String purpose) {
        return file(purpose, "key.pending");
    }

    /**
     * Writes a profile; that of another name with the same file name keeps its file.
     *
     * @throws FailedException if Apple sent no content that can be read
     */
    Path writeProfile(Profile profile) throws IOException {
        byte[] content = Contents.bytes(profile.profileContent())
                .orElseThrow(() -> new FailedException("Apple's response holds no content of the profile "
                        + profile.name() + ", so it was not written. Run this command again."));
        boolean isForMac = String.valueOf(profile.profileType()).startsWith("MAC");
        ProfileFileName name =
                new ProfileFileName(String.valueOf(profile.name()), isForMac ? "provisionprofile" : "mobileprovision");
        return files.replace(name.in(folder), content);
    }

    @Override
    public void close() throws IOException {
        if (lock != null) {
            lock.close();
        }
    }

    /** What cannot be read is not used, but set aside by the next key. */
    private Optional<SigningKey> usedKey(String purpose) throws IOException {
        Path file = file(purpose, "key");
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        String pem = Files.readString(file, StandardCharsets.ISO_8859_1);
        try {
            return Optional.of(SigningKey.read(pem));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static void setAside(Path key) throws IOException {
        for (int i = 1; Files.exists(key); i++) {
            Path kept = key.resolveSibling(key.getFileName() + ".old" + i);
            if (!Files.exists(kept)) {
                Files.move(key, kept);
            }
        }
    }

    private Path file(String purpose, String ending) {
        return folder.resolve(purpose.toLowerCase(Locale.ROOT) + "." + ending);
    }

    /** A key and where it is. */
    record KeptKey(SigningKey key, Path file) {}
}
