package io.github.ascjava.release;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when texts cannot be read, compared, pulled or pushed; the message has all problems, each with the next step.
 *
 * @since 0.1.0
 */
public final class MetadataException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient @Nullable List<MetadataProblem> problems;

    MetadataException(String beginning, List<MetadataProblem> problems, @Nullable Throwable cause) {
        super(beginning + problems.stream().map(each -> "\n" + each).collect(Collectors.joining()), cause);
        this.problems = List.copyOf(problems);
    }

    static MetadataException of(String message) {
        return new MetadataException(message, List.of(), null);
    }

    /** Returns all problems; empty if the message is all there is to say. */
    public List<MetadataProblem> problems() {
        return problems == null ? List.of() : problems;
    }
}
