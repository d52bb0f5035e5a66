package io.github.ascjava.reports;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/**
 * What a run over the days of an analytics report achieved.
 *
 * @param resumeFrom the first day that later instances may still change, or that has no data yet: start the next run with it
 * @param lost days that no instance covers, because instances were missing or are older than 35 days; only a
 *     one-time snapshot may have them
 * @param stoppedDueToInactivity whether Apple stopped making reports because none were downloaded; {@link Analytics#renewRequest}
 *     starts again
 * @since 0.1.0
 */
public record AnalyticsDays(LocalDate resumeFrom, List<LocalDate> lost, boolean stoppedDueToInactivity)
        implements Serializable {

    /** Copies the list. */
    public AnalyticsDays {
        lost = List.copyOf(lost);
    }

    AnalyticsDays ofStoppedRequest() {
        return new AnalyticsDays(resumeFrom, lost, true);
    }
}
