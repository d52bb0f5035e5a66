package io.github.ascjava.reports.internal;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Decimal numbers as reports have them: {@code 3}, {@code 3.00}, {@code .70}, {@code -0.99}, {@code 1,234.50}.
 *
 * <p>The point is always the decimal sign. Commas only separate groups of three digits, so that {@code 1,5} is not a
 * number.
 */
final class Decimals {

    /** A long holds any number of so many digits. */
    private static final int MOST_DIGITS_OF_LONG = 18;

    private static final int LONGEST = 100;
    private static final Pattern GROUPED = Pattern.compile("[+-]?[1-9][0-9]{0,2}(,[0-9]{3})+(\\.[0-9]*)?");

    /** With an exponent that cannot make a short text an enormous number. */
    private static final Pattern PLAIN = Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]{1,2})?");

    private Decimals() {}

    /**
     * Parses a number; spaces around it are ignored.
     *
     * @throws NumberFormatException if it is not a number of this form, or longer than 100 bytes
     */
    static BigDecimal parse(byte[] bytes, int start, int end) {
        int i = start;
        boolean negative = i < end && bytes[i] == '-';
        if (negative) {
            i++;
        }
        int first = i;
        int point = -1;
        long digits = 0;
        for (; i < end; i++) {
            int digit = bytes[i] - '0';
            if (digit >= 0 && digit <= 9) {
                digits = digits * 10 + digit;
            } else if (bytes[i] == '.' && point < 0) {
                point = i;
            } else {
                return parseSlowly(bytes, start, end);
            }
        }
        int count = end - first - (point < 0 ? 0 : 1);
        if (count == 0 || count > MOST_DIGITS_OF_LONG) {
            return parseSlowly(bytes, start, end);
        }
        return BigDecimal.valueOf(negative ? -digits : digits, point < 0 ? 0 : end - point - 1);
    }

    private static BigDecimal parseSlowly(byte[] bytes, int start, int end) {
        String text = end - start > LONGEST ? "" : new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
        String number = text.strip();
        if (GROUPED.matcher(number).matches()) {
            return new BigDecimal(number.replace(",", ""));
        }
        if (PLAIN.matcher(number).matches()) {
            return new BigDecimal(number);
        }
        throw new NumberFormatException();
    }
}
