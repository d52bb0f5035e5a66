package io.github.ascjava.reports;

import java.time.LocalDate;
import java.util.List;

/**
 * The days that a daily instance of a report covers: as many as it takes until a day is complete, the last one being the day
 * before the instance was made (docs/live-service.md#analytics-instances-overlap).
 *
 * @param days the number of days
 */
record AnalyticsWindow(int days) {

    private static final int COMMERCE = 2;
    private static final int ENGAGEMENT = 3;
    private static final int USAGE = 5;

    static AnalyticsWindow of(String reportName) {
        String name = AnalyticsName.of(reportName);
        if (name.contains("engagement") || name.contains("discovery")) {
            return new AnalyticsWindow(ENGAGEMENT);
        }
        return new AnalyticsWindow(
                List.of("download", "purchase", "preorder", "subscription").stream()
                                .anyMatch(name::contains)
                        ? COMMERCE
                        : USAGE);
    }

    /** Returns whether an instance covers a day. */
    boolean covers(LocalDate day, LocalDate processingDate) {
        return day.isBefore(processingDate) && !day.isBefore(processingDate.minusDays(days));
    }

    /** Returns whether an instance has all data of a day. */
    boolean completes(LocalDate day, LocalDate processingDate) {
        return !processingDate.isBefore(day.plusDays(days));
    }
}
