package io.github.ascjava.reports;

import io.github.ascjava.client.error.ApiError;
import io.github.ascjava.client.error.ApiException;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whether Apple has a report, and what it says if not.
 *
 * @param expectedAt when to try again; only for {@link ReportState#NOT_YET}
 * @param detail Apple's sentence; null for {@link ReportState#AVAILABLE}
 */
record Outcome(
        ReportState state,
        @Nullable Instant expectedAt,
        @Nullable String detail) implements Serializable {

    static final Outcome AVAILABLE = new Outcome(ReportState.AVAILABLE, null, null);

    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;
    /** How often to look for a report that is late. */
    private static final Duration LATER = Duration.ofHours(1);

    /**
     * Reads an error response as the absence of a report, or returns null if it is an error.
     *
     * <p>All three have the same code (docs/live-service.md#a-day-without-sales-is-not-found).
     */
    static @Nullable Outcome of(ApiException failure, ReportRequest request, Instant now) {
        String detail = failure.errors().stream()
                .map(ApiError::detail)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        if (failure.status() == GONE) {
            return new Outcome(ReportState.NO_LONGER, null, detail);
        }
        if (failure.status() != NOT_FOUND || detail == null) {
            return null;
        }
        String text = detail.toLowerCase(Locale.ROOT);
        if (text.contains("not available yet")) {
            return notYet(detail, request, now);
        }
        return text.contains("no sales") ? none(detail, request, now) : null;
    }

    /** The absence is final only when the report is due: finance reports of the future have no sales either. */
    static Outcome none(String detail, ReportRequest request, Instant now) {
        return now.isBefore(request.expectedAt())
                ? notYet(detail, request, now)
                : new Outcome(ReportState.NO_SALES, null, detail);
    }

    private static Outcome notYet(String detail, ReportRequest request, Instant now) {
        Instant due = request.expectedAt();
        return new Outcome(ReportState.NOT_YET, due.isAfter(now) ? due : now.plus(LATER), detail);
    }

    /** Throws if there is no report to read. */
    void requireAvailable(String name) {
        if (state != ReportState.AVAILABLE) {
            throw new IllegalStateException("There are no rows to read: " + name + " is " + state
                    + (detail == null ? "" : " (" + detail + ")") + ". Check state() first.");
        }
    }
}
