package io.github.ascjava.testing.internal.behavior.reports;

import io.github.ascjava.testing.internal.engine.StoredResource;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * An instance of an analytics report.
 *
 * @param granularity what its rows are about: DAILY, WEEKLY or MONTHLY
 * @param processingDate the day on which it was made
 */
record AnalyticsInstance(String granularity, LocalDate processingDate) {

    /** Snapshots begin here (docs/live-service.md#analytics-snapshots-hold-the-past). */
    private static final LocalDate PAST = LocalDate.of(2024, 1, 1);

    private static final int DAY_OF_MONTHLY = 5;

    /** Returns whether an ongoing request has it: weekly ones are made on Fridays, monthly ones on the fifth. */
    boolean isMade() {
        return switch (granularity) {
            case "WEEKLY" -> processingDate.getDayOfWeek() == DayOfWeek.FRIDAY;
            case "MONTHLY" -> processingDate.getDayOfMonth() == DAY_OF_MONTHLY;
            default -> true;
        };
    }

    static AnalyticsInstance of(StoredResource instance) {
        return new AnalyticsInstance(instance.text("granularity"), LocalDate.parse(instance.text("processingDate")));
    }

    /**
     * Returns the first days of the days, weeks or months in it, and of the first one after them.
     *
     * @param snapshot whether it has all of the past
     * @param window how many days a daily instance has otherwise; they end the day before it was made
     */
    List<LocalDate> periods(boolean snapshot, int window) {
        LocalDate first = switch (granularity) {
            case "WEEKLY" -> processingDate.minusDays(11);
            case "MONTHLY" -> processingDate.minusMonths(1).withDayOfMonth(1);
            default -> processingDate.minusDays(window);
        };
        List<LocalDate> periods = new ArrayList<>();
        for (LocalDate day = snapshot ? PAST : first; !day.isAfter(processingDate); day = next(day)) {
            periods.add(day);
        }
        return periods;
    }

    private LocalDate next(LocalDate day) {
        return switch (granularity) {
            case "WEEKLY" -> day.plusWeeks(1);
            case "MONTHLY" -> day.plusMonths(1);
            default -> day.plusDays(1);
        };
    }
}
