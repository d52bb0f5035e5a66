package io.github.ascjava.examples.cli;

import io.github.ascjava.auth.InvalidApiKeyException;
import io.github.ascjava.client.error.AscException;
import io.github.ascjava.client.error.ReadOnlyClientException;
import io.github.ascjava.release.MetadataException;
import io.github.ascjava.release.ReleaseException;
import io.github.ascjava.signing.SigningException;
import io.github.ascjava.uploads.UploadException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;

/** Says why a command failed: in a sentence if the user can do something about it, with a stack trace if it is a bug. */
public final class ErrorReport {

    /** The exit code of a command that was to change something and may not. */
    public static final int READ_ONLY = 3;

    private final PrintWriter err;

    /** Makes a report. */
    public ErrorReport(PrintWriter err) {
        this.err = err;
    }

    /** Reports an exception of a command and returns the exit code. */
    public int failure(Exception exception) {
        ReadOnlyClientException stopped = stopped(exception);
        if (stopped != null) {
            err.println(PrintableText.block(stopped.operation()
                    + ": not sent, because it could change something and asc is told to read only. Leave out"
                    + " --read-only, and unset ASC_READ_ONLY and read_only of the profile, to allow it."));
            return READ_ONLY;
        }
        if (isExpected(exception)) {
            sentences(exception).forEach(sentence -> err.println(PrintableText.block(sentence)));
        } else {
            err.println(PrintableText.block(stackTrace(exception)));
        }
        return ExitCode.SOFTWARE;
    }

    /** Reports arguments that cannot be used, and where to read which can, and returns the exit code. */
    public int wrongUsage(ParameterException exception) {
        err.println(PrintableText.block(String.valueOf(exception.getMessage())));
        err.println("See: " + exception.getCommandLine().getCommandSpec().qualifiedName() + " --help");
        return ExitCode.USAGE;
    }

    /** Returns what a read-only client did not send, or null if that is not the reason. */
    private static @Nullable ReadOnlyClientException stopped(Exception exception) {
        for (Throwable each = exception; each != null; each = each.getCause()) {
            if (each instanceof ReadOnlyClientException stopped) {
                return stopped;
            }
        }
        return null;
    }

    private static boolean isExpected(Exception exception) {
        return exception instanceof AscException
                || exception instanceof InvalidApiKeyException
                || exception instanceof UploadException
                || exception instanceof MetadataException
                || exception instanceof ReleaseException
                || exception instanceof FailedException
                || exception instanceof SigningException
                || exception instanceof IOException
                || exception instanceof UncheckedIOException;
    }

    /** Jobs of many files go on after a failure, and suppress all but the first one. */
    private static Set<String> sentences(Exception exception) {
        Set<String> sentences = new LinkedHashSet<>();
        addTo(sentences, exception);
        return sentences;
    }

    private static void addTo(Set<String> sentences, Exception exception) {
        String sentence = sentence(exception);
        // Some exceptions quote what they suppress.
        if (sentences.stream().noneMatch(each -> each.contains(sentence))) {
            sentences.add(sentence);
        }
        for (Throwable suppressed : exception.getSuppressed()) {
            if (suppressed instanceof Exception other && isExpected(other)) {
                addTo(sentences, other);
            }
        }
    }

    /** The JDK's messages about files are only the path. */
    private static String sentence(Exception exception) {
        if (exception instanceof ReleaseException release) {
            List<String> lines = new ArrayList<>(release.problems());
            lines.add(0, release.summary());
            return String.join("\n", lines);
        }
        Throwable cause = exception instanceof UncheckedIOException unchecked ? unchecked.getCause() : exception;
        if (cause instanceof NoSuchFileException missing) {
            return "The file " + missing.getFile() + " does not exist.";
        } else if (cause instanceof AccessDeniedException denied) {
            return "The file " + denied.getFile() + " cannot be opened: access is denied.";
        } else if (cause instanceof FileSystemException file) {
            return "The file " + file.getFile() + " cannot be used: "
                    + (file.getReason() == null ? file.getClass().getSimpleName() : file.getReason()) + ".";
        } else if (cause instanceof FileNotFoundException) {
            return "A file cannot be opened: " + cause.getMessage() + ".";
        }
        return String.valueOf(exception.getMessage());
    }

    private static String stackTrace(Exception exception) {
        StringWriter trace = new StringWriter();
        exception.printStackTrace(new PrintWriter(trace, true));
        return trace.toString();
    }
}
