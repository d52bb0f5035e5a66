package io.github.ascjava.examples.reports;

import java.util.Locale;

/** What figures are added up by. */
enum Dimension {
    DAY,
    APP,
    COUNTRY;

    /** Returns the word for it in options and headings. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if there is no such dimension */
    static Dimension parse(String text) {
        for (Dimension dimension : values()) {
            if (dimension.word().equals(text.strip().toLowerCase(Locale.ROOT))) {
                return dimension;
            }
        }
        throw new IllegalArgumentException("--by is day, app or country, but was " + text + ".");
    }
}
