package io.github.ascjava.reports;

import java.util.Locale;

/**
 * Names of analytics reports, whose hyphens, blanks and capitals vary
 * (docs/live-service.md#analytics-names-vary).
 */
final class AnalyticsName {

    private AnalyticsName() {}

    /** Returns the letters and digits of a name, in lower case. */
    static String of(String name) {
        return name.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
    }
}
