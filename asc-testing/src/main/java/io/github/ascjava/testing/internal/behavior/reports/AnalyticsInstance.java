package io.github.ascjava.testing.internal.behavior.reports;

import io.github.ascjava.testing.internal.engine.StoredResource;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/**
 * What days an analytics report can be had of.
 *
 * @param granularity how many days it is about
 * @param last the last day, by which it is known
 */
record AnalyticsInstance(String granularity, LocalDate last) {

    /** Returns all instances of the days from one to another. */
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
