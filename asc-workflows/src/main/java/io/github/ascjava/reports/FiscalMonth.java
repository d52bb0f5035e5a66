package io.github.ascjava.reports;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A month of Apple's fiscal year, which finance reports are made for.
 *
 * <p>The fiscal year ends on the last Saturday of September. Period 1 is about October, so that period 5 of fiscal year
 * 2024 is February 2024. The first month of each quarter has five weeks, the others have four. A year of 53 weeks has its
 * extra week in period 3 (docs/live-service.md#finance-months-are-fiscal).
 *
 * @param fiscalYear the year in which the fiscal year ends, 2000 to 2100
 * @param period 1 to 12
 * @since 0.1.0
 */
public record FiscalMonth(int fiscalYear, int period) implements Serializable, Comparable<FiscalMonth> {

    private static final Pattern CODE = Pattern.compile("(\\d{4})-(\\d{2})");
    private static final int PERIODS = 12;
    private static final int PERIODS_IN_QUARTER = 3;
    private static final int WEEKS_IN_QUARTER = 13;
    private static final int WEEKS_IN_LONG_YEAR = 53;
    private static final int LEAP_PERIOD = 3;
    /** Fiscal period 4 is January. */
    private static final int PERIODS_BEFORE_JANUARY = 3;

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if the year or the period is out of range
     */
    public FiscalMonth {
        if (fiscalYear < 2000 || fiscalYear > 2100 || period < 1 || period > PERIODS) {
            throw new IllegalArgumentException(
                    "A fiscal month has a year from 2000 to 2100 and a period from 1 to 12, but" + " they were "
                            + fiscalYear + " and " + period + ".");
        }
    }

    /**
     * Reads a fiscal month in Apple's form.
     *
     * @param code such as {@code 2024-05}, which is February 2024
     * @throws IllegalArgumentException if it has another form
     */
    public static FiscalMonth parse(String code) {
        Matcher parts = CODE.matcher(code);
        if (!parts.matches()) {
            throw new IllegalArgumentException("A fiscal month has the form 2024-05, but was '" + code + "'.");
        }
        return new FiscalMonth(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
    }

    /** Returns the fiscal month that contains a day. */
    public static FiscalMonth containing(LocalDate day) {
        FiscalMonth month = new FiscalMonth(day.isAfter(yearEnd(day.getYear())) ? day.getYear() + 1 : day.getYear(), 1);
        while (month.last().isBefore(day)) {
            month = month.next();
        }
        return month;
    }

    /** Returns the first day, a Sunday. */
    public LocalDate first() {
        return yearBegin().plusWeeks(weeksBefore(period));
    }

    /** Returns the last day, a Saturday. */
    public LocalDate last() {
        return yearBegin().plusWeeks(weeksBefore(period + 1)).minusDays(1);
    }

    /** Returns the calendar month that the fiscal month is named after; some of its days are in other months. */
    public YearMonth calendarMonth() {
        return YearMonth.of(fiscalYear, Month.JANUARY).plusMonths(period - 1L - PERIODS_BEFORE_JANUARY);
    }

    /** Returns the following fiscal month. */
    public FiscalMonth next() {
        return period == PERIODS ? new FiscalMonth(fiscalYear + 1, 1) : new FiscalMonth(fiscalYear, period + 1);
    }

    /** Returns the preceding fiscal month. */
    public FiscalMonth previous() {
        return period == 1 ? new FiscalMonth(fiscalYear - 1, PERIODS) : new FiscalMonth(fiscalYear, period - 1);
    }

    /** Returns the fiscal month in the form of {@code filter[reportDate]}, such as {@code 2024-05}. */
    public String code() {
        return String.format(Locale.ROOT, "%04d-%02d", fiscalYear, period);
    }

    /** Returns when its reports normally exist: at the end of the first Friday of the following fiscal month. */
    public Instant expectedAt() {
        return last().with(TemporalAdjusters.next(DayOfWeek.FRIDAY))
                .plusDays(1)
                .atStartOfDay(ReportPeriod.PACIFIC)
                .toInstant();
    }

    @Override
    public int compareTo(FiscalMonth other) {
        return first().compareTo(other.first());
    }

    /** Returns the form of {@link #code()}. */
    @Override
    public String toString() {
        return code();
    }

    private static LocalDate yearEnd(int fiscalYear) {
        return LocalDate.of(fiscalYear, Month.SEPTEMBER, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.SATURDAY));
    }

    private LocalDate yearBegin() {
        return yearEnd(fiscalYear - 1).plusDays(1);
    }

    private int weeksBefore(int ofPeriod) {
        int inQuarter = (ofPeriod - 1) % PERIODS_IN_QUARTER;
        int weeks = (ofPeriod - 1) / PERIODS_IN_QUARTER * WEEKS_IN_QUARTER + (inQuarter == 0 ? 0 : 1 + 4 * inQuarter);
        boolean longYear =
                ChronoUnit.WEEKS.between(yearBegin(), yearEnd(fiscalYear).plusDays(1)) == WEEKS_IN_LONG_YEAR;
        return longYear && ofPeriod > LEAP_PERIOD ? weeks + 1 : weeks;
    }
}
