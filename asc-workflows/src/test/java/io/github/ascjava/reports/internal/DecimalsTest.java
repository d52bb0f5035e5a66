package io.github.ascjava.reports.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3 | 3",
                "3.00 | 3.00",
                ".70 | 0.70",
                ".7 | 0.7",
                "-.99 | -0.99",
                "-0.99 | -0.99",
                "+1.5 | 1.5",
                "5. | 5",
                "007 | 7",
                "-0 | 0",
                "1,234.50 | 1234.50",
                "-12,345,678 | -12345678",
                "1.0E-5 | 0.000010",
                "1.2E3 | 1200",
                "999999999999999999 | 999999999999999999",
                "1234567890123456789.01 | 1234567890123456789.01",
                "0.000000000000000001 | 0.000000000000000001"
            })
    void numbersAreReadWithTheirDecimalPlaces(String cell, BigDecimal expected) {
        assertThat(parse(cell).toPlainString()).isEqualTo(expected.toPlainString());
        assertThat(parse("  " + cell + " ").toPlainString()).isEqualTo(expected.toPlainString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                ".",
                "-.",
                "1,5",
                "0,70",
                "0,700",
                "1,23,456",
                "12345,678",
                "1.234,50",
                ",123",
                "1,234,",
                "1e100",
                "1E+999",
                "1 2",
                "١",
                "½",
                "1_000",
                "Infinity",
                "1..2",
                "\u00a01",
                "1f"
            })
    void otherTextsAreNotNumbers(String cell) {
        assertThatThrownBy(() -> parse(cell)).isInstanceOf(NumberFormatException.class);
    }

    @Test
    void aLongCellIsNotANumber() {
        assertThat(parse("9".repeat(100))).isEqualTo("9".repeat(100));
        assertThatThrownBy(() -> parse("9".repeat(101))).isInstanceOf(NumberFormatException.class);
    }

    @Test
    void plainNumbersAreThoseOfTheJdk() {
        Random random = new Random(3);
        for (int i = 0; i < 100_000; i++) {
            BigDecimal number = BigDecimal.valueOf(random.nextLong() >> random.nextInt(64), random.nextInt(20));
            assertThat(parse(number.toPlainString())).isEqualTo(number);
        }
    }

    private static BigDecimal parse(String cell) {
        byte[] bytes = ("x" + cell + "x").getBytes(StandardCharsets.UTF_8);
        return Decimals.parse(bytes, 1, bytes.length - 1);
    }
}
