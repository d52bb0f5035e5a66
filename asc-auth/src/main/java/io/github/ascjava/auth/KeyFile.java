package io.github.ascjava.auth;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.security.PrivateKey;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads key files, and checks their names and permissions. */
final class KeyFile {

    private static final Logger LOG = LoggerFactory.getLogger(KeyFile.class);
    private static final Pattern APPLE_NAME = Pattern.compile("AuthKey_([A-Z0-9]{10})\\.p8");
    /** A key file has about 260 bytes; anything this large is another file, and some have no end. */
    private static final int LARGEST = 64 * 1024;
    /** For pipes; a program that writes a key to one, such as the client of a secret store, may have to fetch it first. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private static final Set<PosixFilePermission> NOT_PRIVATE = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);
    /** Matches a key pasted in place of a path: PEM dashes, or a longer run of mixed characters than file names have. */
    private static final Pattern KEY_TEXT =
            Pattern.compile("-----|(?=[a-z0-9+=]*[A-Z])(?=[A-Z0-9+=]*[a-z])(?=[A-Za-z+=]*[0-9])[A-Za-z0-9+=]{20}");

    private KeyFile() {}

    static PrivateKey read(Path file, String keyId) {
        requirePath(file);
        Matcher name = APPLE_NAME.matcher(String.valueOf(file.getFileName()));
        if (name.matches() && !name.group(1).equals(KeyIds.requireKeyId(keyId))) {
            throw new InvalidApiKeyException("The key ID " + keyId.strip() + " does not belong to the file " + file
                    + ", which Apple named for the key " + name.group(1) + ". Correct one of the two.");
        }
        byte[] content = content(file);
        try {
            return PrivateKeyReader.readBytes(content, "The file " + file);
        } finally {
            Arrays.fill(content, (byte) 0);
        }
    }

    static String keyIdOf(Path file) {
        requirePath(file);
        Matcher name = APPLE_NAME.matcher(String.valueOf(file.getFileName()));
        if (!name.matches()) {
            throw new InvalidApiKeyException(
                    "The name of the file " + file + " does not contain the key ID. Keep the name"
                            + " AuthKey_<key ID>.p8 that Apple gave it, or pass the key ID as well.");
        }
        return name.group(1);
    }

    /** Reads a small private file, and warns if other users of the machine can read or change it. */
    static byte[] content(Path file) {
        return content(file, LONGEST_WAIT);
    }

    static byte[] content(Path file, Duration longestWait) {
        requirePath(file);
        try {
            if (Files.isDirectory(file)) {
                throw new InvalidApiKeyException(file + " is a directory; pass the key file in it.");
            }
            warnIfNotPrivate(file);
            byte[] content = SmallFile.read(file, LARGEST, longestWait);
            if (content.length > LARGEST) {
                throw new InvalidApiKeyException(
                        "The file " + file + " is too large to be a key file. Check the path.");
            }
            return content;
        } catch (TimeoutException e) {
            throw new InvalidApiKeyException(
                    file + " is a pipe or a device that did not end within " + longestWait.toSeconds()
                            + " s. Check that a program writes the key to it and then closes it.",
                    e);
        } catch (NoSuchFileException e) {
            throw new InvalidApiKeyException(
                    "There is no file " + file + " (looked up as " + file.toAbsolutePath() + "). "
                            + PathMistakes.adviceOn(file),
                    e);
        } catch (AccessDeniedException e) {
            throw new InvalidApiKeyException(
                    "This process may not read the file " + file + ". Make it readable for this user only.", e);
        } catch (IOException e) {
            throw new InvalidApiKeyException("The file " + file + " could not be read: " + e.getMessage(), e);
        }
    }

    /** Messages contain the path, so it must not be the key itself. A path that exists is a file, whatever its name. */
    private static void requirePath(Path file) {
        if (file == null) {
            throw new InvalidApiKeyException(
                    "The path of the key file is null. Check that the setting it comes from is set.");
        }
        if (KEY_TEXT.matcher(file.toString()).find() && !Files.exists(file)) {
            throw new InvalidApiKeyException("The path of the key file looks like the text of a key. Pass a"
                    + " key's text to the String methods of ApiKey, or in ASC_PRIVATE_KEY.");
        }
    }

    private static void warnIfNotPrivate(Path file) throws IOException {
        PosixFileAttributeView posix = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        // Terminals and pipes have permissions of their own kind.
        if (posix == null || !Files.isRegularFile(file)) {
            return;
        }
        Set<PosixFilePermission> shared = EnumSet.copyOf(NOT_PRIVATE);
        shared.retainAll(posix.readAttributes().permissions());
        if (!shared.isEmpty()) {
            LOG.warn(
                    "The private key file {} is open to others than its owner {}; run: chmod 600 {}",
                    file,
                    shared,
                    file);
        }
    }
}
