package io.github.ascjava.testing.internal.behavior.reports;

import io.github.ascjava.testing.internal.behavior.common.Dates;
import io.github.ascjava.testing.internal.http.ApiErrorException;
import io.github.ascjava.testing.internal.http.Errors;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The days that a sales report covers.
 *
 * @param daysToMake the days after the last one, until the report is available
 * @param yearsKept how long it is available
 */
record ReportPeriod(LocalDate first, LocalDate last, int daysToMake, int yearsKept) {

    private static final String DATE = "filter[reportDate]";
    private static final Map<String, String> FORMS =
            Map.of("DAILY", "YYYY-MM-DD", "WEEKLY", "YYYY-MM-DD", "MONTHLY", "YYYY-MM", "YEARLY", "YYYY");

    /** By 8 a.m. Pacific time, reports for the day before are available for all regions. */
    private static final LocalTime READY = LocalTime.of(8, 0);

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
            throw Errors.refusal("parameter-required", DATE);
        }
        try {
            return switch (frequency) {
                case "DAILY" -> day(LocalDate.parse(date));
                case "WEEKLY" -> week(LocalDate.parse(date));
                case "MONTHLY" ->
                    new ReportPeriod(
                            YearMonth.parse(date).atDay(1),
                            YearMonth.parse(date).atEndOfMonth(),
                            5,
                            1);
                default ->
                    new ReportPeriod(
                            Year.parse(date).atDay(1),
                            Year.parse(date).atMonth(12).atEndOfMonth(),
                            6,
                            10);
            };
        } catch (DateTimeParseException e) {
            throw Errors.refusal("reports.date", DATE, date, frequency, FORMS.get(frequency));
        }
    }

    private static ReportPeriod newestDay(Instant now) {
        ZonedDateTime here = now.atZone(Dates.PACIFIC);
        return day(here.toLocalDate().minusDays(here.toLocalTime().isBefore(READY) ? 2 : 1));
    }

    private static ReportPeriod day(LocalDate day) {
        return new ReportPeriod(day, day, 1, 1);
    }

    /** A week is identified by the Sunday that ends it (docs/live-service.md#report-dates-follow-the-frequency). */
    private static ReportPeriod week(LocalDate sunday) {
        if (sunday.getDayOfWeek() != DayOfWeek.SUNDAY) {
            throw Errors.refusal("reports.sunday", DATE, sunday, sunday.with(TemporalAdjusters.next(DayOfWeek.SUNDAY)));
        }
        return new ReportPeriod(sunday.minusDays(6), sunday, 1, 1);
    }

    /** Rejects a report that is not made yet, and one that is too old. */
    void requireAvailable(Instant now) {
        if (now.isBefore(morning(last.plusDays(daysToMake)))) {
            throw Errors.refusal("reports.early");
        }
        if (now.isAfter(morning(last.plusYears(yearsKept)))) {
            throw new ApiErrorException(410, Errors.error("reports.late"));
        }
    }

    private static Instant morning(LocalDate day) {
        return day.atTime(READY).atZone(Dates.PACIFIC).toInstant();
    }
}
