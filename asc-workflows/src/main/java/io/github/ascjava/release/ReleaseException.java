package io.github.ascjava.release;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when a version cannot be prepared, submitted or released as asked, for a reason that is not the response to a
 * single call of the API.
 *
 * <p>The message has all problems, each with its next step. Responses with an error status are {@link
 * io.github.ascjava.client.error.ApiException}s instead.
 *
 * @since 0.1.0
 */
public class ReleaseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // A list of List.copyOf, which is serializable.
    private final List<String> problems;

    private final String summary;

    ReleaseException(String message, List<String> problems) {
        this(message, problems, null);
    }

    ReleaseException(String message, List<String> problems, @Nullable Throwable cause) {
        super(problems.isEmpty() ? message : message + " " + String.join(" ", problems), cause);
        this.problems = List.copyOf(problems);
        this.summary = message;
    }

    /** Returns the message without the problems. */
    public final String summary() {
        return summary;
    }

    /** Returns the problems, a sentence or two each; empty if the message says all. */
    public final List<String> problems() {
        return problems;
    }
}
