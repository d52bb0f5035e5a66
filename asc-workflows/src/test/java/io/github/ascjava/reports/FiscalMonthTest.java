package io.github.ascjava.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiscalMonthTest {

    /** The third line is the period of a file that Apple delivered; the others are from Apple's quarterly reports. */
    @ParameterizedTest
    @CsvSource({
        "2024-01, 2023-10-01, 2023-11-04",
        "2024-05, 2024-02-04, 2024-03-02",
        "2026-03, 2025-11-30, 2025-12-27",
        "2026-12, 2026-08-30, 2026-09-26",
        "2022-12, 2022-08-28, 2022-09-24",
    })
    void aMonthSaysItsDays(String code, LocalDate first, LocalDate last) {
        FiscalMonth month = FiscalMonth.parse(code);
        assertThat(month.first()).isEqualTo(first);
        assertThat(month.last()).isEqualTo(last);
        assertThat(month.code()).isEqualTo(code);
    }

    @Test
    void theExtraWeekOfALongYearIsInDecember() {
        // The first fiscal quarter of 2023 had 14 weeks and ended on December 31, 2022.
        assertThat(new FiscalMonth(2023, 3).first()).isEqualTo(LocalDate.of(2022, 11, 27));
        assertThat(new FiscalMonth(2023, 3).last()).isEqualTo(LocalDate.of(2022, 12, 31));
        assertThat(new FiscalMonth(2023, 12).last()).isEqualTo(LocalDate.of(2023, 9, 30));
    }

    @Test
    void aMonthIsNamedAfterTheCalendarMonthThatItIsAbout() {
        assertThat(FiscalMonth.parse("2024-05").calendarMonth()).isEqualTo(YearMonth.of(2024, 2));
        assertThat(FiscalMonth.parse("2024-01").calendarMonth()).isEqualTo(YearMonth.of(2023, 10));
        assertThat(FiscalMonth.parse("2024-12").calendarMonth()).isEqualTo(YearMonth.of(2024, 9));
    }

    @Test
    void monthsFollowOneAnotherWithoutGaps() {
        List<FiscalMonth> months = Stream.iterate(new FiscalMonth(2019, 1), FiscalMonth::next)
                .limit(240)
                .toList();
        for (int i = 1; i < months.size(); i++) {
            FiscalMonth month = months.get(i);
            assertThat(month.first()).isEqualTo(months.get(i - 1).last().plusDays(1));
            assertThat(month.first().getDayOfWeek()).isEqualTo(DayOfWeek.SUNDAY);
            assertThat(month.previous()).isEqualTo(months.get(i - 1));
        }
    }

    @Test
    void everyDayIsInOneMonth() {
        for (LocalDate day = LocalDate.of(2022, 9, 1); day.getYear() < 2029; day = day.plusDays(1)) {
            FiscalMonth month = FiscalMonth.containing(day);
            assertThat(day).isBetween(month.first(), month.last());
        }
    }

    @Test
    void reportsAreExpectedAfterTheFirstFridayOfTheNextMonth() {
        assertThat(new FiscalMonth(2026, 3).expectedAt()).isEqualTo(Instant.parse("2026-01-03T08:00:00Z"));
    }

    @Test
    void onlyTwelvePeriodsInApplesFormAreAccepted() {
        assertThatIllegalArgumentException().isThrownBy(() -> FiscalMonth.parse("2024-13"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FiscalMonth.parse("2024-5"))
                .withMessageContaining("2024-05");
    }
}
