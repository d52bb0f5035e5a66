package io.github.ascjava.reports;

import static io.github.ascjava.client.model.reports.AnalyticsReportInstanceGranularity.DAILY;
import static io.github.ascjava.client.model.reports.AnalyticsReportRequestAccessType.ONGOING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ascjava.client.error.ApiException;
import io.github.ascjava.client.error.ConflictException;
import io.github.ascjava.client.error.InvalidResponseException;
import io.github.ascjava.client.model.reports.AnalyticsReport;
import io.github.ascjava.client.model.reports.AnalyticsReportCategory;
import io.github.ascjava.client.model.reports.AnalyticsReportInstance;
import io.github.ascjava.client.model.reports.AnalyticsReportRequest;
import io.github.ascjava.testing.Answer;
import io.github.ascjava.testing.Documents;
import io.github.ascjava.testing.ErrorBody;
import io.github.ascjava.testing.RecordedRequest;
import io.github.ascjava.testing.ResourceObject;
import io.github.ascjava.testing.Sandbox;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AnalyticsTest {

    private static final String APP = "1074682240";
    private static final String REQUESTS = "/v1/apps/{id}/analyticsReportRequests";
    private static final LocalDate DAY = LocalDate.of(2026, 11, 10);

    private final Sandbox sandbox = TestReports.sandbox().start();
    private final Analytics analytics = Reports.of(sandbox.client()).analytics(APP);

    @AfterEach
    void close() {
        sandbox.close();
    }

    /** A type that the made-up team has not requested yet. */
    private AnalyticsReportRequest newRequest() {
        analytics
                .findRequest(ONGOING)
                .ifPresent(request -> sandbox.client()
                        .analyticsReportRequests()
                        .delete(request.id())
                        .execute());
        sandbox.reset();
        return analytics.ensureRequest(ONGOING);
    }

    @Test
    void aRequestIsCreatedOnlyIfThereIsNone() {
        AnalyticsReportRequest created = newRequest();
        AnalyticsReportRequest found = analytics.ensureRequest(ONGOING);
        assertThat(found.id()).isEqualTo(created.id());
        assertThat(posts()).isEqualTo(1);
    }

    @Test
    void aRequestThatAnotherProgramCreatesMeanwhileIsFound() {
        AnalyticsReportRequest created = newRequest();
        sandbox.on("GET", REQUESTS).answerNext(Answer.json(200, Documents.list(List.of())));
        assertThat(analytics.ensureRequest(ONGOING).id()).isEqualTo(created.id());
        assertThat(posts()).isEqualTo(2);
    }

    @Test
    void aRequestThatExistsWithoutBeingListedIsExplained() {
        newRequest();
        Answer none = Answer.json(200, Documents.list(List.of()));
        sandbox.on("GET", REQUESTS).answerNext(none, none);
        assertThatThrownBy(() -> analytics.ensureRequest(ONGOING))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("Apple says that the request exists, but does not list it.");
    }

    @Test
    void aStoppedRequestIsReplacedOnlyIfAskedFor() {
        AnalyticsReportRequest running = newRequest();
        assertThat(analytics.renewRequest(ONGOING).id()).isEqualTo(running.id());

        Answer stopped = Answer.json(
                200,
                Documents.list(List.of(ResourceObject.of("analyticsReportRequests", running.id())
                        .attribute("accessType", "ONGOING")
                        .attribute("stoppedDueToInactivity", true))));
        sandbox.on("GET", REQUESTS).answerNext(stopped, stopped);
        assertThat(analytics.ensureRequest(ONGOING).id()).isEqualTo(running.id());
        assertThat(analytics.renewRequest(ONGOING).id()).isNotEqualTo(running.id());
    }

    @Test
    void reportsAreFoundByTheLettersAndDigitsOfTheirNames() {
        AnalyticsReportRequest request = newRequest();
        assertThat(analytics.report(request, "app-downloads STANDARD").name()).isEqualTo("App Downloads Standard");
        assertThat(analytics.reports(request, AnalyticsReportCategory.COMMERCE))
                .extracting(AnalyticsReport::name)
                .contains("App Downloads Standard")
                .doesNotContain("App Crashes");
    }

    @Test
    void standardAndDetailedNeverStandInForEachOther() {
        AnalyticsReportRequest request = newRequest();
        assertThatThrownBy(() -> analytics.report(request, "App Downloads"))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("App Downloads Standard");
    }

    @Test
    void anInstanceOfTheSandboxIsReadWithoutAToken() {
        newRequest();
        sandbox.advanceTime(Duration.ofDays(10));
        AnalyticsReport report = analytics.report(analytics.ensureRequest(ONGOING), "App Downloads Standard");
        List<AnalyticsReportInstance> instances = analytics.instances(report, DAILY);
        assertThat(instances).isNotEmpty();
        sandbox.reset();
        try (Report file = analytics.open(instances.get(0));
                ReportReader rows = file.rows()) {
            assertThat(rows.columns()).contains("Date", "Download Type", "Counts");
            assertThat(rows.stream()).isNotEmpty();
        }
        assertThat(sandbox.requests().stream().filter(request -> !request.path().startsWith("/v1/")))
                .hasSize(1)
                .allMatch(request -> request.headers().get("Authorization") == null);
    }

    @Test
    void aWaitEndsWithTheFirstInstances() {
        newRequest();
        AnalyticsReport report = analytics.report(analytics.ensureRequest(ONGOING), "App Downloads Standard");
        List<Instant> attempts = new ArrayList<>();
        assertThat(analytics.instances(report, DAILY, Wait.atMost(Duration.ofMinutes(10))))
                .isEmpty();
        assertThat(analytics.instances(
                        report, DAILY, Wait.atMost(Duration.ofDays(5)).onAttempt(attempts::add)))
                .isNotEmpty();
        assertThat(attempts).hasSizeGreaterThan(10);
    }

    @Test
    void severalSegmentsAreOneTableWithOneHeader() throws Exception {
        try (AnalyticsServer server = new AnalyticsServer("App Downloads Standard")) {
            server.add(
                    DAY,
                    AnalyticsServer.HEADER + "2026-11-08\tA\t1\n2026-11-09\tA\t2",
                    AnalyticsServer.HEADER,
                    AnalyticsServer.HEADER.replace("\n", "\r\n") + "2026-11-09\tB\t3\r\n");
            try (Report report = open(server)) {
                assertThat(new String(report.body().readAllBytes(), StandardCharsets.UTF_8))
                        .isEqualTo(AnalyticsServer.HEADER + "2026-11-08\tA\t1\n2026-11-09\tA\t2\n2026-11-09\tB\t3\r\n");
            }
        }
    }

    @Test
    void aSegmentWithoutLinesIsNotATable() throws Exception {
        try (AnalyticsServer server = new AnalyticsServer("App Downloads Standard")) {
            server.add(DAY, "x".repeat((1 << 20) + 1));
            try (Report report = open(server)) {
                assertThatThrownBy(() -> report.body().readAllBytes())
                        .isInstanceOf(InvalidResponseException.class)
                        .hasMessageContaining("longer than 1 MiB");
            }
        }
    }

    @Test
    void segmentsWithDifferentColumnsAreNotOneTable() throws Exception {
        try (AnalyticsServer server = new AnalyticsServer("App Downloads Standard")) {
            server.add(DAY, AnalyticsServer.HEADER, "Date\tCounts\n2026-11-09\t3\n");
            try (Report report = open(server)) {
                assertThatThrownBy(() -> report.body().readAllBytes())
                        .isInstanceOf(InvalidResponseException.class)
                        .hasMessageContaining("different columns");
            }
        }
    }

    @Test
    void noTokenGoesToTheHostOfTheFiles() throws Exception {
        try (AnalyticsServer server = new AnalyticsServer("App Downloads Standard")) {
            server.add(DAY, AnalyticsServer.HEADER);
            readAll(server);
            assertThat(server.downloads())
                    .singleElement()
                    .satisfies(
                            request -> assertThat(request.getRequestHeaders()).doesNotContainKey("Authorization"));
        }
    }

    @Test
    void anExpiredUrlIsRequestedAgainOnce() throws Exception {
        try (AnalyticsServer server = new AnalyticsServer("App Downloads Standard")) {
            server.add(DAY, AnalyticsServer.HEADER);
            server.expireNext(1);
            readAll(server);
            assertThat(server.downloads())
                    .extracting(request -> request.getRequestURI().getQuery())
                    .containsExactly("signature=1", "signature=2");

            server.expireNext(2);
            assertThatThrownBy(() -> readAll(server))
                    .isInstanceOf(ApiException.class)
                    .hasMessageContaining("403")
                    .hasMessageNotContaining("signature");
        }
    }

    @Test
    void aDamagedSegmentFailsAtItsEnd() throws Exception {
        String table = AnalyticsServer.HEADER + "2026-11-09\tA\t1\n";
        try (AnalyticsServer server = new AnalyticsServer("App Downloads Standard")) {
            server.add(DAY, table);
            byte[] file = server.file(DAY, 0);

            server.damage(DAY, 0, Arrays.copyOf(file, file.length - 3));
            assertThatThrownBy(() -> readAll(server))
                    .isInstanceOf(InvalidResponseException.class)
                    .hasMessageContaining((file.length - 3) + " bytes, but " + file.length + " were announced");

            byte[] changed = file.clone();
            changed[4] ^= 1;
            server.damage(DAY, 0, changed);
            assertThatThrownBy(() -> readAll(server))
                    .isInstanceOf(InvalidResponseException.class)
                    .hasMessageContaining("MD5");
        }
    }

    @Test
    void anInstanceWithoutSegmentsIsNotReady() throws Exception {
        try (AnalyticsServer server = new AnalyticsServer("App Downloads Standard")) {
            server.add(DAY);
            try (Report report = open(server)) {
                assertThat(report.state()).isEqualTo(ReportState.NOT_YET);
            }
        }
    }

    @Test
    void aMissingRequestIsExplained() {
        newRequest();
        analytics
                .findRequest(ONGOING)
                .ifPresent(request -> sandbox.client()
                        .analyticsReportRequests()
                        .delete(request.id())
                        .execute());
        assertThatThrownBy(() -> analytics.days("App Downloads Standard", DAY, day -> {}))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("ensureRequest(ONGOING)");
    }

    @Test
    void aRequestNeedsTheRoleAdmin() {
        newRequest();
        sandbox.on("GET", REQUESTS).answerNext(Answer.json(200, Documents.list(List.of())));
        sandbox.on("POST", "/v1/analyticsReportRequests")
                .answerNext(Answer.errors(ErrorBody.forbidden("The API key in use does not allow this request")));
        assertThatThrownBy(() -> analytics.ensureRequest(ONGOING)).isInstanceOf(ApiException.class);
    }

    private long posts() {
        return sandbox.requests().stream()
                .map(RecordedRequest::method)
                .filter("POST"::equals)
                .count();
    }

    private static Report open(AnalyticsServer server) {
        Analytics analytics = Reports.of(server.asc).analytics("1");
        AnalyticsReport report = analytics.report(analytics.ensureRequest(ONGOING), "App Downloads Standard");
        return analytics.open(analytics.instances(report, DAILY).get(0));
    }

    private static void readAll(AnalyticsServer server) throws IOException {
        try (Report report = open(server)) {
            report.body().readAllBytes();
        }
    }
}
