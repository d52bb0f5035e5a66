package io.github.ascjava.reports.internal;

import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * Dates as reports have them: {@code MM/DD/YYYY}, and {@code YYYY-MM-DD} in analytics reports.
 *
 * <p>The month always comes before the day.
 */
final class Dates {

    private Dates() {}

    /**
     * Parses a date; spaces around it are ignored, and month and day may have one digit.
     *
     * @throws DateTimeException if it is not a date of either form
     */
    static LocalDate parse(byte[] bytes, int start, int end) {
        int from = start;
        int to = end;
        while (bytes[from] == ' ') {
            from++;
        }
        while (bytes[to - 1] == ' ') {
            to--;
        }
        int first = separator(bytes, from, to);
        int second = separator(bytes, first + 1, to);
        int head = number(bytes, from, first);
        int middle = number(bytes, first + 1, second);
        int tail = number(bytes, second + 1, to);
        if (bytes[first] != bytes[second]) {
            throw new DateTimeException("Two different separators.");
        }
        if (bytes[first] == '/' && to - second == 5) {
            return LocalDate.of(tail, head, middle);
        }
        if (bytes[first] == '-' && first - from == 4) {
            return LocalDate.of(head, middle, tail);
        }
        throw new DateTimeException("Neither MM/DD/YYYY nor YYYY-MM-DD.");
    }

    private static int separator(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == '/' || bytes[i] == '-') {
                return i;
            }
        }
        throw new DateTimeException("No separator.");
    }

    private static int number(byte[] bytes, int from, int to) {
        if (to == from || to - from > 4) {
            throw new DateTimeException("Not one to four digits.");
        }
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                throw new DateTimeException("Not a digit.");
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
