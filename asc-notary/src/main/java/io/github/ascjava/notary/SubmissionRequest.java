package io.github.ascjava.notary;

import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A file to submit, and how. Immutable.
 *
 * <pre>{@code
 * SubmissionRequest request = SubmissionRequest.of(Path.of("Example.zip")).withStateFile(Path.of("Example.zip.notary"));
 * }</pre>
 *
 * @since 0.1.0
 */
public final class SubmissionRequest {

    private static final SubmissionListener NOBODY = new SubmissionListener() {};

    private final Path file;
    private final String name;
    private final @Nullable String webhook;
    private final @Nullable Path stateFile;
    private final SubmissionListener listener;

    private SubmissionRequest(
            Path file, String name, @Nullable String webhook, @Nullable Path stateFile, SubmissionListener listener) {
        this.file = file;
        this.name = name;
        this.webhook = webhook;
        this.stateFile = stateFile;
        this.listener = listener;
    }

    /**
     * Returns a request for a file, under its own name.
     *
     * @param file a zip archive, a UDIF disk image or a flat installer package
     */
    public static SubmissionRequest of(Path file) {
        Path name = Objects.requireNonNull(file.getFileName(), "The file has no name.");
        return new SubmissionRequest(file, name.toString(), null, null, NOBODY);
    }

    /**
     * Returns the same request under another name. A name that no other submission has, such as one with a version, finds
     * the submission in Apple's list even if its ID was lost.
     *
     * @param newName not empty
     */
    public SubmissionRequest withName(String newName) {
        if (newName.isBlank()) {
            throw new IllegalArgumentException("The name of a submission must not be empty.");
        }
        return new SubmissionRequest(file, newName, webhook, stateFile, listener);
    }

    /**
     * Returns the same request with a URL that Apple posts a {@link CompletionNotice} to when processing is complete.
     *
     * @param url an https URL
     * @throws IllegalArgumentException if it is not one
     */
    public SubmissionRequest withWebhook(String url) {
        URI uri = URI.create(url);
        boolean isLocal = "http".equals(uri.getScheme())
                && ("127.0.0.1".equals(uri.getHost()) || "localhost".equals(uri.getHost()));
        if (uri.getHost() == null || !("https".equals(uri.getScheme()) || isLocal)) {
            throw new IllegalArgumentException("The URL of a webhook must begin with https://.");
        }
        return new SubmissionRequest(file, name, url, stateFile, listener);
    }

    /**
     * Returns the same request with a file that remembers the submission, so that running a program again does not submit
     * the same file twice.
     *
     * @param newStateFile is created with permissions for its owner only, and contains no credentials; the folder must exist
     */
    public SubmissionRequest withStateFile(Path newStateFile) {
        return new SubmissionRequest(
                file, name, webhook, Objects.requireNonNull(newStateFile, "newStateFile"), listener);
    }

    /** Returns the same request with a listener. */
    public SubmissionRequest withListener(SubmissionListener newListener) {
        return new SubmissionRequest(
                file, name, webhook, stateFile, Objects.requireNonNull(newListener, "newListener"));
    }

    /** Returns the file. */
    public Path file() {
        return file;
    }

    /** Returns the name of the submission. */
    public String name() {
        return name;
    }

    /** Returns the URL for the notice, or null if there is none. */
    public @Nullable String webhook() {
        return webhook;
    }

    /** Returns the state file, or null if there is none. */
    public @Nullable Path stateFile() {
        return stateFile;
    }

    SubmissionListener listener() {
        return listener;
    }
}
