package io.github.ascjava.reports;

import java.time.LocalDate;
import java.util.stream.Stream;

/**
 * A day of an analytics report, with its rows; valid until the consumer of {@link Analytics#days} returns.
 *
 * @since 0.1.0
 */
public final class AnalyticsDay {

    private final LocalDate date;
    private final LocalDate processingDate;
    private final boolean complete;
    private final Stream<ReportRow> rows;

    AnalyticsDay(LocalDate date, LocalDate processingDate, boolean complete, Stream<ReportRow> rows) {
        this.date = date;
        this.processingDate = processingDate;
        this.complete = complete;
        this.rows = rows;
    }

    /** Returns the day, in UTC. */
    public LocalDate date() {
        return date;
    }

    /** Returns when Apple made the instance that the rows are from. */
    public LocalDate processingDate() {
        return processingDate;
    }

    /**
     * Returns whether Apple has all data of the day: two days later for downloads, purchases, pre-orders and subscriptions,
     * three for discovery and engagement, five for everything else. Rarely, Apple corrects a complete day.
     */
    public boolean isComplete() {
        return complete;
    }

    /** Returns the rows of the day, which may be none; can be called once. */
    public Stream<ReportRow> rows() {
        return rows;
    }

    @Override
    public String toString() {
        return "AnalyticsDay[" + date + " of " + processingDate + (complete ? ", complete]" : ", not complete]");
    }
}
