package io.github.ascjava.examples.reports;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Days from the first to the last.
 *
 * @param first the first day
 * @param last the last day, not before the first
 */
record DayRange(LocalDate first, LocalDate last) {

    /** Longer than Apple keeps daily reports; a mistyped year is caught before thousands of requests. */
    private static final long MOST_DAYS = 400;

    DayRange {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("The range ends before it begins: --from " + first + " is after --until "
                    + last + ". Exchange the two.");
        }
        if (ChronoUnit.DAYS.between(first, last) >= MOST_DAYS) {
            throw new IllegalArgumentException("The range from " + first + " to " + last + " has more than " + MOST_DAYS
                    + " days. Apple keeps daily reports for a year; check the dates.");
        }
    }

    /** Reads a date of an option; null if it was not given. */
    static @Nullable LocalDate date(String option, @Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text.strip());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(option + " is a date such as 2026-11-20, but was " + text + ".", e);
        }
    }

    /** Completes what was given: one date alone is that day, or all days from there to the newest. */
    static DayRange of(@Nullable LocalDate from, @Nullable LocalDate until, LocalDate newest) {
        LocalDate last = until == null ? newest : until;
        LocalDate first = from == null ? last : from;
        if (until == null && first.isAfter(newest)) {
            throw new IllegalArgumentException(
                    "There is no report of " + first + " yet. The newest day with a report is " + newest + ".");
        }
        return new DayRange(first, last);
    }

    boolean contains(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    @Override
    public String toString() {
        return first.equals(last) ? first.toString() : first + " to " + last;
    }
}
