package io.github.ascjava.reports;

import java.io.File;
import java.io.Serializable;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A report on disk, or the reason why there is none. An immutable value; the file is not part of it.
 *
 * @param request the description of the report
 * @param state whether there is a report
 * @param expectedAt when to request the report again, or null if its state is not {@link ReportState#NOT_YET}
 * @param detail Apple's sentence about a report that does not exist; null for one that does
 * @param file the file, or null if the state is not {@link ReportState#AVAILABLE}
 * @since 0.1.0
 */
public record ReportFile(
        ReportRequest request,
        ReportState state,
        @Nullable Instant expectedAt,
        @Nullable String detail,
        @Nullable File file)
        implements Serializable {

    /** Checks that there is a file if, and only if, the report is available. */
    public ReportFile {
        Objects.requireNonNull(request, "request");
        if ((file != null) != (state == ReportState.AVAILABLE)) {
            throw new IllegalArgumentException(
                    "A file belongs to the state AVAILABLE, but the state was " + state + ".");
        }
    }

    static ReportFile of(ReportRequest request, Path file) {
        return new ReportFile(request, ReportState.AVAILABLE, null, null, file.toFile());
    }

    static ReportFile of(ReportRequest request, Outcome outcome) {
        return new ReportFile(request, outcome.state(), outcome.expectedAt(), outcome.detail(), null);
    }

    /**
     * Returns the path of the file.
     *
     * @throws IllegalStateException if the report is not available
     */
    public Path path() {
        new Outcome(state, expectedAt, detail).requireAvailable(request.describe());
        return Objects.requireNonNull(file).toPath();
    }

    /**
     * Returns the rows of the file; close the reader.
     *
     * @throws IllegalStateException if the report is not available
     */
    public ReportReader rows() {
        return ReportReader.open(path());
    }
}
