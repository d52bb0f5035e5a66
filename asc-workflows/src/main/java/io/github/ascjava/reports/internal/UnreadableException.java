package io.github.ascjava.reports.internal;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Thrown when the content of a file cannot be read, as opposed to a failure of the stream that delivers it. */
public final class UnreadableException extends IOException {

    private static final long serialVersionUID = 1L;

    private final long lineNumber;

    /**
     * Creates an exception for the whole file.
     *
     * @param problem continues a sentence that begins with the name of the report, and has the next step
     */
    public UnreadableException(String problem, @Nullable Throwable cause) {
        this(problem, 0, cause);
    }

    /** Creates an exception for a line, counted from 1. */
    public UnreadableException(String problem, long lineNumber) {
        this(problem, lineNumber, null);
    }

    private UnreadableException(String problem, long lineNumber, @Nullable Throwable cause) {
        super(problem, cause);
        this.lineNumber = lineNumber;
    }

    /** Returns the number of the line, counted from 1; 0 for the whole file. */
    public long lineNumber() {
        return lineNumber;
    }
}
