package io.github.ascjava.testing.internal.behavior.reports;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/**
 * A month of Apple's fiscal year, which ends on the last Saturday of September. The first month of each quarter has
 * five weeks, the others have four.
 *
 * @param first the first day, a Sunday
 * @param last the last day, a Saturday
 */
record FiscalMonth(LocalDate first, LocalDate last) {

    private static final int MONTHS_IN_QUARTER = 3;
    private static final int WEEKS_IN_QUARTER = 13;
    private static final int WEEKS_IN_LONG_YEAR = 53;

    /** The month that gets the extra week of a year with 53 weeks: the third one, December. */
    private static final int MONTH_OF_LEAP_WEEK = 3;

    /** Returns a month by its number in the fiscal year, 1 being October of the calendar year. */
    static FiscalMonth of(YearMonth fiscal) {
        LocalDate yearBegins = end(fiscal.getYear() - 1).plusDays(1);
        int month = fiscal.getMonthValue();
        boolean longYear =
                ChronoUnit.WEEKS.between(yearBegins, end(fiscal.getYear()).plusDays(1)) == WEEKS_IN_LONG_YEAR;
        LocalDate first = yearBegins.plusWeeks(weeksBefore(month, longYear));
        return new FiscalMonth(
                first, yearBegins.plusWeeks(weeksBefore(month + 1, longYear)).minusDays(1));
    }

    private static LocalDate end(int fiscalYear) {
        return LocalDate.of(fiscalYear, Month.SEPTEMBER, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.SATURDAY));
    }

    private static int weeksBefore(int month, boolean longYear) {
        int quarters = (month - 1) / MONTHS_IN_QUARTER;
        int monthsOfQuarter = (month - 1) % MONTHS_IN_QUARTER;
        int weeks = quarters * WEEKS_IN_QUARTER + (monthsOfQuarter == 0 ? 0 : 1 + 4 * monthsOfQuarter);
        return longYear && month > MONTH_OF_LEAP_WEEK ? weeks + 1 : weeks;
    }
}
