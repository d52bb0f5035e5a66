package io.github.ascjava.testing.internal.behavior.reports;

import io.github.ascjava.testing.internal.behavior.common.Dates;
import io.github.ascjava.testing.internal.behavior.common.Refusals;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/**
 * The days that a sales report covers, and when it is available.
 *
 * @param first the first day
 * @param last the last day
 * @param available when it becomes available
 * @param kept until when it is available
 */
record ReportPeriod(LocalDate first, LocalDate last, Instant available, Instant kept) {

    private static final String DATE = "filter[reportDate]";

    /** By 8 a.m. Pacific time, reports for the day before are available for all regions. */
    private static final LocalTime READY = LocalTime.of(8, 0);

    private static final int YEARS_KEPT = 1;
    private static final int YEARS_YEARLY_KEPT = 10;

    /**
     * Finds the period of a report.
     *
     * @param frequency DAILY, WEEKLY, MONTHLY or YEARLY
     * @param date the format depends on the frequency; null for the newest daily report
     */
    static ReportPeriod of(String frequency, @Nullable String date, Instant now) {
        if (date == null) {
            if (frequency.equals("DAILY")) {
                return newestDay(now);
            }
            throw Refusals.requiredParameter(DATE);
        }
        try {
            return switch (frequency) {
                case "DAILY" -> day(LocalDate.parse(date));
                case "WEEKLY" -> week(LocalDate.parse(date));
                case "MONTHLY" -> month(YearMonth.parse(date));
                default -> year(Integer.parseInt(date));
            };
        } catch (DateTimeParseException | NumberFormatException e) {
            throw Refusals.parameter(
                    DATE,
                    "'" + date + "' is not a valid value for the parameter 'reportDate' of a report that is "
                            + frequency + ". The form is " + form(frequency) + ".");
        }
    }

    private static ReportPeriod newestDay(Instant now) {
        ZonedDateTime here = now.atZone(Dates.PACIFIC);
        int daysBack = here.toLocalTime().isBefore(READY) ? 2 : 1;
        return day(here.toLocalDate().minusDays(daysBack));
    }

    private static ReportPeriod day(LocalDate day) {
        return until(day, day, day.plusDays(1), YEARS_KEPT);
    }

    /** A week is identified by the Sunday that ends it. */
    private static ReportPeriod week(LocalDate day) {
        LocalDate sunday = day.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
        return until(sunday.minusDays(6), sunday, sunday.plusDays(1), YEARS_KEPT);
    }

    private static ReportPeriod month(YearMonth month) {
        LocalDate last = month.atEndOfMonth();
        return until(month.atDay(1), last, last.plusDays(5), YEARS_KEPT);
    }

    private static ReportPeriod year(int year) {
        LocalDate last = LocalDate.of(year, 12, 31);
        return until(LocalDate.of(year, 1, 1), last, last.plusDays(6), YEARS_YEARLY_KEPT);
    }

    private static ReportPeriod until(LocalDate first, LocalDate last, LocalDate made, int yearsKept) {
        Instant available = made.atTime(READY).atZone(Dates.PACIFIC).toInstant();
        Instant kept =
                last.plusYears(yearsKept).atTime(READY).atZone(Dates.PACIFIC).toInstant();
        return new ReportPeriod(first, last, available, kept);
    }

    private static String form(String frequency) {
        return switch (frequency) {
            case "DAILY", "WEEKLY" -> "YYYY-MM-DD";
            case "MONTHLY" -> "YYYY-MM";
            default -> "YYYY";
        };
    }
}
