package io.github.ascjava.examples.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Values that are elsewhere: {@code @env:NAME} stands for a variable of the environment, {@code @file:PATH} for the only line of a
 * file. Arguments can be read by everybody on the machine, and these cannot.
 *
 * <p>Arguments are replaced after they were parsed, so that what a variable holds is never taken for an option.
 */
public final class ValueReferences implements ITypeConverter<String> {

    private static final String VARIABLE = "@env:";
    private static final String FILE = "@file:";
    private static final int LONGEST = 4096;

    private final Function<String, @Nullable String> environment;

    /** Makes references to the variables that a function returns, which returns null for one that is not set. */
    public ValueReferences(Function<String, @Nullable String> environment) {
        this.environment = environment;
    }

    /** Returns the value of an argument. */
    @Override
    public String convert(String argument) {
        try {
            return resolve(argument);
        } catch (FailedException e) {
            throw new TypeConversionException(String.valueOf(e.getMessage()));
        }
    }

    /**
     * Returns what a text refers to, or the text itself if it is not a reference.
     *
     * @throws FailedException if there is no value; the message contains no part of one
     */
    String resolve(String text) {
        if (text.startsWith(VARIABLE)) {
            return variable(text.substring(VARIABLE.length()));
        }
        return text.startsWith(FILE) ? line(text.substring(FILE.length())) : text;
    }

    private String variable(String name) {
        String value = environment.apply(name);
        if (value == null) {
            throw new FailedException("The variable " + name + " is not set, or is empty.");
        }
        return value;
    }

    private static String line(String path) {
        String content = content(path).replaceFirst("\\r?\\n\\z", "");
        if (content.isBlank() || content.length() > LONGEST || content.indexOf('\n') >= 0) {
            throw new FailedException(
                    "The file " + path + " does not consist of one line with at most " + LONGEST + " characters.");
        }
        return content;
    }

    private static String content(String path) {
        try (InputStream in = Files.newInputStream(path(path))) {
            return new String(in.readNBytes(LONGEST * 4), StandardCharsets.UTF_8);
        } catch (IOException | InvalidPathException e) {
            throw new FailedException("The file " + path + " does not exist or cannot be read.", e);
        }
    }

    /** The shell replaces {@code ~} only where a word begins with it. */
    static Path path(String text) {
        return text.startsWith("~/") ? Path.of(System.getProperty("user.home"), text.substring(2)) : Path.of(text);
    }
}
