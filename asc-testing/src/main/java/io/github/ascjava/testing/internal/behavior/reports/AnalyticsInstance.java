package io.github.ascjava.testing.internal.behavior.reports;

import io.github.ascjava.testing.internal.engine.StoredResource;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/**
 * The days that an instance of an analytics report covers.
 *
 * @param granularity the number of days
 * @param last the last day, which identifies the instance
 */
record AnalyticsInstance(String granularity, LocalDate last) {

    /** Returns all instances that end between two days. */
    static List<AnalyticsInstance> between(LocalDate from, LocalDate to) {
        List<AnalyticsInstance> instances = new ArrayList<>();
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            instances.add(new AnalyticsInstance("DAILY", day));
            if (day.getDayOfWeek() == DayOfWeek.SUNDAY) {
                instances.add(new AnalyticsInstance("WEEKLY", day));
            }
            if (day.equals(day.with(TemporalAdjusters.lastDayOfMonth()))) {
                instances.add(new AnalyticsInstance("MONTHLY", day));
            }
        }
        return instances;
    }

    static AnalyticsInstance of(StoredResource instance) {
        return new AnalyticsInstance(instance.text("granularity"), LocalDate.parse(instance.text("processingDate")));
    }

    LocalDate first() {
        return switch (granularity) {
            case "WEEKLY" -> last.minusDays(6);
            case "MONTHLY" -> last.withDayOfMonth(1);
            default -> last;
        };
    }

    void describe(StoredResource instance) {
        instance.with("granularity", granularity).with("processingDate", last);
    }
}
