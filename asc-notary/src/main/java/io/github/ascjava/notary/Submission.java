package io.github.ascjava.notary;

import java.time.OffsetDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A submission as Apple describes it.
 *
 * @param id the ID, a UUID
 * @param name the name that it was submitted under, or null if Apple sends none
 * @param created when it was submitted, or null if Apple sends no readable time
 * @param status the status when it was requested
 * @since 0.1.0
 */
public record Submission(
        String id, @Nullable String name, @Nullable OffsetDateTime created, SubmissionStatus status) {

    /** Checks that ID and status are there. */
    public Submission {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(status, "status");
    }

    /** Returns whether Apple has notarized the software. */
    public boolean isAccepted() {
        return status.equals(SubmissionStatus.ACCEPTED);
    }
}
