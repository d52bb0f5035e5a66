package io.github.ascjava.reports.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {

    @ParameterizedTest
    @CsvSource({
        "11/30/2026, 2026-11-30",
        "02/01/2026, 2026-02-01",
        "2/1/2026, 2026-02-01",
        "02/29/2028, 2028-02-29",
        "2026-11-30, 2026-11-30"
    })
    void theMonthComesBeforeTheDay(String cell, LocalDate expected) {
        assertThat(parse(cell)).isEqualTo(expected);
        assertThat(parse(" " + cell + "  ")).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "30/11/2026",
                "02/29/2026",
                "2026/11/30",
                "11-30-2026",
                "11/30/26",
                "2026-11",
                "11/2026",
                "20261130",
                "/",
                "//",
                "--",
                "11//2026",
                "11/30/",
                "11/30-2026",
                "2026-11-30T00:00:00",
                "11/30/20266",
                "1a/30/2026",
                "0/1/2026",
                "-11/30/2026"
            })
    void otherTextsAreNotDates(String cell) {
        assertThatThrownBy(() -> parse(cell)).isInstanceOf(DateTimeException.class);
    }

    @Test
    void allDaysOfTwoYearsAreReadInBothForms() {
        DateTimeFormatter monthFirst = DateTimeFormatter.ofPattern("MM/dd/yyyy", Locale.ROOT);
        for (LocalDate day = LocalDate.of(2027, 1, 1); day.getYear() < 2029; day = day.plusDays(1)) {
            assertThat(parse(monthFirst.format(day))).isEqualTo(day);
            assertThat(parse(day.toString())).isEqualTo(day);
        }
    }

    private static LocalDate parse(String cell) {
        byte[] bytes = ("x" + cell + "x").getBytes(StandardCharsets.UTF_8);
        return Dates.parse(bytes, 1, bytes.length - 1);
    }
}
