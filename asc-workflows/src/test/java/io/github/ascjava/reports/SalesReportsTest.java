package io.github.ascjava.reports;

import static io.github.ascjava.reports.TestReports.NOW;
import static io.github.ascjava.reports.TestReports.SOLD;
import static io.github.ascjava.reports.TestReports.TODAY;
import static io.github.ascjava.reports.TestReports.VENDOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.ascjava.client.error.ApiException;
import io.github.ascjava.client.error.ApiKeyUsageException;
import io.github.ascjava.client.error.ConnectionException;
import io.github.ascjava.client.error.ForbiddenException;
import io.github.ascjava.client.error.NotFoundException;
import io.github.ascjava.testing.Answer;
import io.github.ascjava.testing.ErrorBody;
import io.github.ascjava.testing.Sandbox;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SalesReportsTest {

    private static final String PATH = "/v1/salesReports";

    private final Sandbox sandbox = TestReports.sandbox().start();
    private final Reports reports = Reports.of(sandbox.client());

    @AfterEach
    void close() {
        sandbox.close();
    }

    private static SalesReportRequest daily(LocalDate day) {
        return SalesReportRequest.daily(VENDOR, day);
    }

    @Test
    void anAvailableReportHasItsBytes() throws IOException {
        try (Report report = reports.sales(daily(SOLD))) {
            assertThat(report.state()).isEqualTo(ReportState.AVAILABLE);
            assertThat(report.expectedAt()).isNull();
            assertThat(report.detail()).isNull();
            assertThat(TestReports.lines(report.body()))
                    .hasSizeGreaterThan(1)
                    .first()
                    .asString()
                    .startsWith("Provider\tProvider Country\tSKU");
        }
    }

    @Test
    void aDayWithoutSalesIsAValue() {
        LocalDate quiet = TestReports.quietDay(reports);
        try (Report report = reports.sales(daily(quiet))) {
            assertThat(report.state()).isEqualTo(ReportState.NO_SALES);
            assertThat(report.expectedAt()).isNull();
            assertThat(report.detail()).isEqualTo("There were no sales for the date specified.");
        }
    }

    @Test
    void aReportThatIsNotMadeYetSaysWhen() {
        try (Report report = reports.sales(daily(TODAY))) {
            assertThat(report.state()).isEqualTo(ReportState.NOT_YET);
            assertThat(report.expectedAt()).isEqualTo(Instant.parse("2026-11-21T16:00:00Z"));
            assertThat(report.detail()).startsWith("Report is not available yet.");
        }
    }

    @Test
    void aReportThatIsLateIsExpectedInAnHour() {
        reject(404, "Report is not available yet.");
        try (Report report = reports.sales(daily(SOLD))) {
            assertThat(report.state()).isEqualTo(ReportState.NOT_YET);
            assertThat(report.expectedAt()).isEqualTo(NOW.plus(Duration.ofHours(1)));
        }
    }

    @Test
    void aReportThatAppleNoLongerKeepsIsAValue() {
        try (Report report = reports.sales(daily(TODAY.minusYears(2)))) {
            assertThat(report.state()).isEqualTo(ReportState.NO_LONGER);
            assertThat(report.detail()).startsWith("Report is no longer available.");
        }
    }

    /** Before the report is due, nothing is final. */
    @Test
    void noSalesOfADayThatIsNotOverAreNotFinal() {
        reject(404, "There were no sales for the date specified.");
        try (Report report = reports.sales(daily(TODAY))) {
            assertThat(report.state()).isEqualTo(ReportState.NOT_YET);
        }
    }

    @Test
    void anUnknownTextIsAnException() {
        reject(404, "The path provided does not match a defined resource type.");
        assertThatThrownBy(() -> reports.sales(daily(SOLD))).isInstanceOf(NotFoundException.class);
    }

    @Test
    void rowsOfAReportThatDoesNotExistCannotBeRead() {
        try (Report report = reports.sales(daily(TODAY))) {
            assertThatIllegalStateException()
                    .isThrownBy(report::rows)
                    .withMessageContaining("SALES SUMMARY DAILY 2026-11-20 of vendor 85012345 is NOT_YET")
                    .withMessageContaining("Check state() first.");
        }
    }

    @Test
    void anUnknownVendorNumberIsAnExceptionThatSaysWhereToFindTheRightOne() {
        assertThatThrownBy(() -> reports.sales(SalesReportRequest.daily("12345678", SOLD)))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("Invalid vendor number specified")
                .hasMessageContaining(
                        "Compare the vendor number 12345678 with the one in Payments and Financial Reports");
    }

    @Test
    void aMissingRoleIsAnExceptionThatNamesTheRoles() {
        sandbox.on("GET", PATH)
                .answerNext(Answer.errors(ErrorBody.forbidden("The API key in use does not allow this request")));
        assertThatThrownBy(() -> reports.sales(daily(SOLD)))
                .isInstanceOf(ForbiddenException.class)
                .hasMessageContaining("Sales reports need the role Admin, Finance or Sales.");
    }

    @Test
    void anIndividualKeyIsStoppedBeforeTheNetwork() {
        try (Sandbox other = TestReports.sandbox().individualKey().start()) {
            Reports ofIndividual = Reports.of(other.client());
            assertThatThrownBy(() -> ofIndividual.sales(daily(SOLD)))
                    .isInstanceOfSatisfying(
                            ApiKeyUsageException.class,
                            e -> assertThat(e.isKeyNotAllowed()).isTrue());
            assertThatThrownBy(() ->
                            ofIndividual.finance(FinanceReportRequest.detail(VENDOR, FiscalMonth.parse("2026-10"))))
                    .isInstanceOf(ApiKeyUsageException.class);
            assertThat(other.requests()).isEmpty();
        }
    }

    @Test
    void aRejectedVersionIsAnExceptionThatOffersTheLatest() {
        SalesReportRequest old = SalesReportRequest.subscriptions(VENDOR, SOLD).withVersion("1_2");
        ApiException failure = catchThrowableOfType(ApiException.class, () -> reports.sales(old));
        assertThat(failure).hasMessageContaining("withVersion(\"1_5\")").hasMessageContaining("orLatestVersion()");
        assertThat(SalesReportRequest.latestVersion(failure)).contains("1_5");
        assertThat(TestReports.requests(sandbox, PATH)).hasSize(1);
    }

    @Test
    void theLatestVersionIsTakenOnceAndRemembered() {
        for (LocalDate day : List.of(SOLD, SOLD.minusDays(1))) {
            SalesReportRequest old = SalesReportRequest.subscriptions(VENDOR, day)
                    .withVersion("1_2")
                    .orLatestVersion();
            try (Report report = reports.sales(old)) {
                assertThat(report.state()).isEqualTo(ReportState.AVAILABLE);
            }
        }
        assertThat(TestReports.requests(sandbox, PATH))
                .extracting(request -> request.url().queryParameter("filter[version]"))
                .containsExactly("1_2", "1_5", "1_5");
    }

    @Test
    void theLatestVersionIsTriedOnlyOnce() {
        reject(400, "The latest version for this report is 1_6.");
        reject(400, "The latest version for this report is 1_7.");
        assertThatThrownBy(() -> reports.sales(
                        SalesReportRequest.subscriptions(VENDOR, SOLD).orLatestVersion()))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("1_7");
        assertThat(TestReports.requests(sandbox, PATH)).hasSize(2);
    }

    @Test
    void aSubscriptionReportWithoutRowsDoesNotBlameAVendorThatHasSales() {
        for (int i = 0; i < 2; i++) {
            reject(400, "Invalid vendor number specified. Try again.");
            try (Report report = reports.sales(SalesReportRequest.subscriptions(VENDOR, SOLD))) {
                assertThat(report.state()).isEqualTo(ReportState.NO_SALES);
            }
        }
        assertThat(TestReports.requests(sandbox, PATH))
                .extracting(request -> request.url().queryParameter("filter[reportType]"))
                .containsExactly("SUBSCRIPTION", "SALES", "SUBSCRIPTION");
    }

    @Test
    void aSubscriptionReportOfAnUnknownVendorIsAnException() {
        assertThatThrownBy(() -> reports.sales(SalesReportRequest.subscriptions("12345678", SOLD)))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("Compare the vendor number 12345678");
    }

    @Test
    void aWaitEndsWithTheReport() {
        List<Instant> attempts = new ArrayList<>();
        try (Report report =
                reports.sales(daily(TODAY), Wait.atMost(Duration.ofDays(2)).onAttempt(attempts::add))) {
            assertThat(report.state()).isEqualTo(ReportState.AVAILABLE);
        }
        assertThat(attempts).containsExactly(Instant.parse("2026-11-21T16:00:00Z"));
        assertThat(sandbox.clock().instant()).isEqualTo("2026-11-21T16:00:00Z");
    }

    @Test
    void aWaitThatIsTooShortEndsWithoutTheReport() {
        try (Report report = reports.sales(daily(TODAY), Wait.atMost(Duration.ofHours(3)))) {
            assertThat(report.state()).isEqualTo(ReportState.NOT_YET);
        }
        assertThat(sandbox.clock().instant()).isEqualTo(NOW);
    }

    @Test
    void anInterruptedWaitIsCanceled() {
        assertThatThrownBy(() -> reports.sales(
                        daily(TODAY),
                        Wait.atMost(Duration.ofDays(2))
                                .onAttempt(next -> Thread.currentThread().interrupt())))
                .isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void aConnectionThatBreaksInTheMiddleIsAFailureOfTheCall() {
        sandbox.on("GET", PATH).truncateNextResponse();
        try (Report report = reports.sales(daily(SOLD))) {
            assertThatThrownBy(() -> report.body().readAllBytes())
                    .isInstanceOf(ConnectionException.class)
                    .hasMessageContaining("Download it again.");
        }
    }

    private void reject(int status, String detail) {
        sandbox.on("GET", PATH)
                .answerNext(Answer.errors(ErrorBody.of(
                        status,
                        status == 404 ? "NOT_FOUND" : "PARAMETER_ERROR.INVALID",
                        status == 404 ? "The specified resource does not exist" : "A parameter has an invalid value",
                        detail)));
    }
}
