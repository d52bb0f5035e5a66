package io.github.ascjava.examples.webhooks;

import io.github.ascjava.examples.cli.FailedException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a secret comes from: {@code env:NAME}, {@code file:PATH} or {@code fd:NUMBER}. Never an argument, because everybody on
 * the machine can read those.
 *
 * @param kind {@code env}, {@code file} or {@code fd}
 * @param name of the variable or the file, or the number of the file descriptor
 */
record SecretSource(String kind, String name) {

    static final String FORMS = "env:NAME, file:PATH or fd:NUMBER";

    private static final Pattern FORM = Pattern.compile("(?s)(env:.+|file:.+|fd:\\d{1,4})");
    private static final int LONGEST = 4096;

    /** Returns a source, or nothing if the text is not one. The text may be a secret by mistake, so no message quotes it. */
    static Optional<SecretSource> of(String text) {
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        int colon = text.indexOf(':');
        return Optional.of(new SecretSource(text.substring(0, colon), text.substring(colon + 1)));
    }

    /**
     * Reads the secret, without the line break at the end of a file.
     *
     * @param environment returns a variable of the environment, or null
     * @throws FailedException if there is none
     */
    String read(Function<String, @Nullable String> environment) throws IOException {
        String text = switch (kind) {
            case "env" -> environment.apply(name);
            case "fd" -> content(Path.of("/dev/fd", name));
            default -> content(Path.of(name));
        };
        String secret = text == null ? "" : text.replaceFirst("\\r?\\n\\z", "");
        if (secret.isEmpty()) {
            throw new FailedException("There is no secret in " + this + ".");
        }
        if (secret.indexOf('\n') >= 0 || secret.length() > LONGEST) {
            throw new FailedException(
                    "What is in " + this + " is not a secret of one line with at most " + LONGEST + " characters.");
        }
        return secret;
    }

    private static String content(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return new String(in.readNBytes(LONGEST * 4), StandardCharsets.UTF_8);
        }
    }

    /** Returns what a person calls it. */
    @Override
    public String toString() {
        return switch (kind) {
            case "env" -> "the variable " + name;
            case "fd" -> "the file descriptor " + name;
            default -> "the file " + name;
        };
    }
}
