package io.github.ascjava.examples.webhooks;

import io.github.ascjava.examples.cli.FailedException;
import io.github.ascjava.examples.cli.Session;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the secret that a webhook is to have comes from: exactly one of two options. */
final class NewSecret {

    private static final int BYTES = 32;

    @Option(
            names = "--secret",
            paramLabel = "SOURCE",
            required = true,
            description = "Where the secret is: " + SecretSource.FORMS + ".")
    private @Nullable String source;

    @Option(
            names = "--generate",
            paramLabel = "FILE",
            required = true,
            description = "Make a secret and write it to this new file, which only you can read.")
    private @Nullable Path file;

    /** Returns whether what was given can be used, before anything is connected. */
    boolean isUsable() {
        return source == null || SecretSource.of(source).isPresent();
    }

    /** Returns how a command names the secret after it was read. */
    String argument() {
        return source == null ? "file:" + file : source;
    }

    /** Reads or makes the secret; a dry run writes no file. */
    String get(Session session, Environment environment, boolean isDryRun) throws IOException {
        if (source != null) {
            return SecretSource.of(source).orElseThrow().read(environment::get);
        }
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        if (file != null && !isDryRun) {
            write(file, secret);
            session.terminal().note("The secret is in " + file + ".");
        }
        return secret;
    }

    private static void write(Path file, String secret) throws IOException {
        try {
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } else {
                Files.createFile(file);
            }
        } catch (FileAlreadyExistsException e) {
            throw new FailedException(
                    "The file " + file + " exists already. Name another one, or use what it holds with --secret file:"
                            + file + ".",
                    e);
        }
        Files.write(file, (secret + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** The variables of the environment. */
    @FunctionalInterface
    interface Environment {

        /** Returns a variable, or null if it is not set or blank. */
        @Nullable
        String get(String name);
    }
}
