package io.github.ascjava.reports;

import java.util.List;
import java.util.stream.Collectors;

/** The start of what a file has, fit for a message of one line. */
final class Excerpt {

    private static final int LONGEST = 60;

    /** More names than a report of Apple's has, and few enough for a log. */
    private static final int MOST_NAMES = 60;

    private Excerpt() {}

    static String of(String text) {
        String start = text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
        return start.replaceAll("\\p{C}", "?");
    }

    /** Returns the first names of columns. */
    static String of(List<String> columns) {
        String names = columns.stream().limit(MOST_NAMES).map(Excerpt::of).collect(Collectors.joining(", "));
        return "[" + names + (columns.size() > MOST_NAMES ? ", ...]" : "]");
    }
}
