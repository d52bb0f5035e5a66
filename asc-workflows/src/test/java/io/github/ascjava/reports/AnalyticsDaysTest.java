package io.github.ascjava.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AnalyticsDaysTest {

    private static final String NAME = "App Downloads Standard";

    private AnalyticsServer server;
    private Analytics analytics;
    private final List<String> days = new ArrayList<>();

    @BeforeEach
    void start() throws Exception {
        start(NAME);
    }

    private void start(String name) throws Exception {
        server = new AnalyticsServer(name);
        analytics = Reports.of(server.asc).analytics("1");
    }

    @AfterEach
    void close() {
        server.close();
    }

    private static LocalDate nov(int day) {
        return LocalDate.of(2026, 11, day);
    }

    /** Returns a table with one row per day, whose count says which instance it is from. */
    private static String table(int processed, int... days) {
        StringBuilder table = new StringBuilder(AnalyticsServer.HEADER);
        for (int day : days) {
            table.append(nov(day)).append("\tCortado\t").append(processed).append('\n');
        }
        return table.toString();
    }

    private AnalyticsDays run(int from) {
        return analytics.days(NAME, nov(from), this::note);
    }

    /** Notes the day, whether it is complete, and the counts of its rows. */
    private void note(AnalyticsDay day) {
        days.add(day.date().getDayOfMonth()
                + (day.isComplete() ? " complete " : " so far ")
                + day.rows().map(row -> String.valueOf(row.decimal("Counts"))).toList());
    }

    @Test
    void aLaterInstanceReplacesADay() throws Exception {
        server.add(nov(10), table(10, 8, 9));
        server.add(nov(11), table(11, 9, 10));
        server.add(nov(12), table(12, 10, 11));

        AnalyticsDays result = run(8);

        assertThat(days).containsExactly("8 complete [10]", "9 complete [11]", "10 complete [12]", "11 so far [12]");
        assertThat(result).isEqualTo(new AnalyticsDays(nov(11), List.of(), false));
    }

    @Test
    void theNextRunBeginsWithTheFirstDayThatMayChange() throws Exception {
        server.add(nov(10), table(10, 8, 9));
        AnalyticsDays first = run(8);
        server.add(nov(11), table(11, 9, 10));
        days.clear();

        AnalyticsDays second = analytics.days(NAME, first.resumeFrom(), this::note);

        assertThat(days).containsExactly("9 complete [11]", "10 so far [11]");
        assertThat(second.resumeFrom()).isEqualTo(nov(10));
    }

    @Test
    void aDayThatNoInstanceCoversIsLost() throws Exception {
        server.add(nov(10), table(10, 8, 9));
        server.add(nov(13), table(13, 11, 12));

        AnalyticsDays result = run(8);

        assertThat(days).containsExactly("8 complete [10]", "9 so far [10]", "11 complete [13]", "12 so far [13]");
        assertThat(result.lost()).containsExactly(nov(10));
        assertThat(result.resumeFrom()).isEqualTo(nov(12));
    }

    @Test
    void daysThatAppleHasNotMadeYetAreNotLost() throws Exception {
        server.add(nov(10), table(10, 8, 9));
        AnalyticsDays result = run(15);
        assertThat(days).isEmpty();
        assertThat(result).isEqualTo(new AnalyticsDays(nov(15), List.of(), false));
    }

    @Test
    void withoutInstancesNothingIsZeroAndNothingIsLost() {
        assertThat(run(8)).isEqualTo(new AnalyticsDays(nov(8), List.of(), false));
        assertThat(days).isEmpty();
    }

    @Test
    void anInstanceWithoutSegmentsStopsTheRunBeforeItsDays() throws Exception {
        server.add(nov(10), table(10, 8, 9));
        server.add(nov(11));
        server.add(nov(12), table(12, 10, 11));

        AnalyticsDays result = run(8);

        assertThat(days).containsExactly("8 complete [10]");
        assertThat(result.resumeFrom()).isEqualTo(nov(9));
    }

    @Test
    void aDayWithoutRowsIsDelivered() throws Exception {
        server.add(nov(10), table(10, 9));
        run(8);
        assertThat(days).containsExactly("8 complete []", "9 so far [10]");
    }

    @Test
    void aReportThatCoversFewerDaysThanExpectedLosesNone() throws Exception {
        server.add(nov(10), table(10, 9));
        server.add(nov(11), table(11, 10));
        run(9);
        assertThat(days).containsExactly("9 so far [10]", "10 so far [11]");
    }

    @Test
    void discoveryIsCompleteAfterThreeDaysAndUsageAfterFive() {
        assertThat(AnalyticsWindow.of("App Downloads Detailed").days()).isEqualTo(2);
        assertThat(AnalyticsWindow.of("App Store Pre-Orders Standard").days()).isEqualTo(2);
        assertThat(AnalyticsWindow.of("App Store Discovery and Engagement Standard")
                        .days())
                .isEqualTo(3);
        assertThat(AnalyticsWindow.of("App Sessions Standard").days()).isEqualTo(5);
        assertThat(AnalyticsWindow.of("App Store Installation and Deletion Standard")
                        .days())
                .isEqualTo(5);
        assertThat(AnalyticsWindow.of("App Crashes").days()).isEqualTo(5);
    }

    @Test
    void aStoppedRequestIsReported() throws Exception {
        server.stopRequest();
        server.add(nov(10), table(10, 8, 9));
        assertThat(run(8).stoppedDueToInactivity()).isTrue();
        assertThat(days).hasSize(2);
    }

    @Test
    void subscriptionEventsHaveAnotherDateColumn() throws Exception {
        close();
        start("App Store Subscription Event Report Standard");
        server.add(nov(10), "Event Date\tEvent Name\tCounts\n2026-11-08\tRenewal\t5\n");
        analytics.days("App Store Subscription Event Report Standard", nov(8), this::note);
        assertThat(days).containsExactly("8 complete [5]", "9 so far []");
    }
}
