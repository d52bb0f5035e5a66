package io.github.ascjava.reports;

import io.github.ascjava.client.model.reports.SalesReportFrequency;
import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Objects;

/**
 * The day, week, month or year that a sales report covers.
 *
 * @param unit the length of the period
 * @param last its last day; a Sunday for a week
 * @see <a href="https://developer.apple.com/help/app-store-connect/reference/sales-and-trends-reports-availability">Sales
 *     and Trends reports availability</a>
 * @since 0.1.0
 */
public record ReportPeriod(Unit unit, LocalDate last) implements Serializable {

    static final ZoneId PACIFIC = ZoneId.of("America/Los_Angeles");

    /** By then, reports of the day before exist for all regions. */
    private static final LocalTime READY = LocalTime.of(8, 0);

    /** The length of a period. */
    public enum Unit {
        /** A day. */
        DAY("DAILY", 1),
        /** A week from Monday to Sunday. */
        WEEK("WEEKLY", 1),
        /** A calendar month. */
        MONTH("MONTHLY", 5),
        /** A calendar year. */
        YEAR("YEARLY", 6);

        final String frequency;
        private final int daysToMake;

        Unit(String frequency, int daysToMake) {
            this.frequency = frequency;
            this.daysToMake = daysToMake;
        }
    }

    /**
     * Checks that the day ends such a period.
     *
     * @throws IllegalArgumentException if it does not; the message names the day that does
     */
    public ReportPeriod {
        Objects.requireNonNull(unit, "unit");
        LocalDate end = end(unit, last);
        if (!end.equals(last)) {
            throw new IllegalArgumentException(
                    "A " + unit.name().toLowerCase(Locale.ROOT) + " of a sales report does not" + " end on " + last
                            + ". The one that contains this day ends on " + end + ".");
        }
    }

    /** Returns the period of one day. */
    public static ReportPeriod day(LocalDate day) {
        return new ReportPeriod(Unit.DAY, day);
    }

    /**
     * Returns the period of a week.
     *
     * @param sunday the last day of the week; Apple rejects other days (docs/live-service.md#report-dates-follow-the-frequency)
     * @throws IllegalArgumentException if it is not a Sunday; the message names the Sunday of that week
     */
    public static ReportPeriod week(LocalDate sunday) {
        return new ReportPeriod(Unit.WEEK, sunday);
    }

    /** Returns the period of a calendar month. */
    public static ReportPeriod month(YearMonth month) {
        return new ReportPeriod(Unit.MONTH, month.atEndOfMonth());
    }

    /** Returns the period of a calendar year. */
    public static ReportPeriod year(Year year) {
        return new ReportPeriod(Unit.YEAR, year.atMonth(12).atEndOfMonth());
    }

    /** Returns the first day of the period. */
    public LocalDate first() {
        return switch (unit) {
            case DAY -> last;
            case WEEK -> last.minusDays(6);
            case MONTH -> last.withDayOfMonth(1);
            case YEAR -> last.withDayOfYear(1);
        };
    }

    /** Returns the frequency that Apple's API calls the length of the period. */
    public SalesReportFrequency frequency() {
        return SalesReportFrequency.of(unit.frequency);
    }

    /**
     * Returns the period in the form of {@code filter[reportDate]}: {@code 2026-11-01} for days and weeks, {@code 2026-11}
     * for months and {@code 2026} for years.
     */
    public String reportDate() {
        return switch (unit) {
            case DAY, WEEK -> last.toString();
            case MONTH -> YearMonth.from(last).toString();
            case YEAR -> String.format(Locale.ROOT, "%04d", last.getYear());
        };
    }

    /**
     * Returns when the report normally exists: at 8 a.m. Pacific Time, one day after a day or week, five days after a month
     * and six days after a year.
     */
    public Instant expectedAt() {
        return last.plusDays(unit.daysToMake).atTime(READY).atZone(PACIFIC).toInstant();
    }

    private static LocalDate end(Unit unit, LocalDate day) {
        return switch (unit) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
            case MONTH -> day.with(TemporalAdjusters.lastDayOfMonth());
            case YEAR -> day.with(TemporalAdjusters.lastDayOfYear());
        };
    }
}
