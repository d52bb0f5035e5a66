package io.github.ascjava.client.call;

import org.jspecify.annotations.Nullable;

/**
 * Reads the values of {@code X-Rate-Limit} headers, such as {@code user-hour-lim:3600;user-hour-rem:3598;}.
 *
 * <p>Reads in place: every response has the header, and splitting it took a fifth of what a call allocates. For one
 * response; not thread-safe.
 */
final class RateLimitReader {

    private static final String SEPARATORS = ";,";

    private @Nullable Integer hourLimit;
    private @Nullable Integer hourRemaining;
    private @Nullable Integer minuteLimit;
    private @Nullable Integer minuteRemaining;

    /** Reads the pairs of one header; the later of two equal names counts, and unreadable pairs do not. */
    void read(String value) {
        int start = 0;
        while (start < value.length()) {
            int end = start;
            while (end < value.length() && SEPARATORS.indexOf(value.charAt(end)) < 0) {
                end++;
            }
            int colon = value.indexOf(':', start);
            if (colon > start && colon < end) {
                pair(value, start, colon, end);
            }
            start = end + 1;
        }
    }

    /** Returns what was read, or {@link RateLimit#UNKNOWN} if nothing was. */
    RateLimit result() {
        RateLimit limit = new RateLimit(hourLimit, hourRemaining, minuteLimit, minuteRemaining);
        return limit.isKnown() ? limit : RateLimit.UNKNOWN;
    }

    private void pair(String value, int start, int colon, int end) {
        Integer number = number(value, colon + 1, end);
        if (number == null) {
            return;
        }
        if (isNamed("user-hour-lim", value, start, colon)) {
            hourLimit = number;
        } else if (isNamed("user-hour-rem", value, start, colon)) {
            hourRemaining = number;
        } else if (isNamed("user-minute-lim", value, start, colon)) {
            minuteLimit = number;
        } else if (isNamed("user-minute-rem", value, start, colon)) {
            minuteRemaining = number;
        }
    }

    private static boolean isNamed(String name, String value, int start, int end) {
        int from = firstInk(value, start, end);
        return lastInk(value, from, end) - from == name.length()
                && value.regionMatches(true, from, name, 0, name.length());
    }

    private static @Nullable Integer number(String value, int start, int end) {
        int from = firstInk(value, start, end);
        try {
            return Integer.parseInt(value, from, lastInk(value, from, end), 10);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static int firstInk(String value, int start, int end) {
        int from = start;
        while (from < end && Character.isWhitespace(value.charAt(from))) {
            from++;
        }
        return from;
    }

    /** Returns the end of what is between {@code from} and the blanks before {@code end}. */
    private static int lastInk(String value, int from, int end) {
        int to = end;
        while (to > from && Character.isWhitespace(value.charAt(to - 1))) {
            to--;
        }
        return to;
    }
}
