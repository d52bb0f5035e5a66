package io.github.ascjava.reports;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when a file is not a report, is damaged or incomplete, or exceeds a limit of {@link ReportReader}.
 *
 * <p>The message is one sentence that names the report, the line and the next step. It holds no cell of the report.
 *
 * @since 0.1.0
 */
public final class InvalidReportException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long lineNumber;

    InvalidReportException(String message, long lineNumber, @Nullable Throwable cause) {
        super(message, cause);
        this.lineNumber = lineNumber;
    }

    /** Returns the number of the line that cannot be read, counted from 1; 0 if the file as a whole cannot be read. */
    public long lineNumber() {
        return lineNumber;
    }
}
