package io.github.ascjava.testing.internal.behavior.reports;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
        return new AnalyticsInstance(
                instance.attributes().path("granularity").asText(),
                LocalDate.parse(instance.attributes().path("processingDate").asText()));
    }

    LocalDate first() {
        return switch (granularity) {
            case "WEEKLY" -> last.minusDays(6);
            case "MONTHLY" -> last.withDayOfMonth(1);
            default -> last;
        };
    }

    ObjectNode attributes() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("granularity", granularity)
                .put("processingDate", last.toString());
    }
}
