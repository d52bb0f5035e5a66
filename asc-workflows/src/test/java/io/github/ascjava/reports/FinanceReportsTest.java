package io.github.ascjava.reports;

import static io.github.ascjava.reports.TestReports.NOW;
import static io.github.ascjava.reports.TestReports.VENDOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ascjava.client.error.ForbiddenException;
import io.github.ascjava.testing.Answer;
import io.github.ascjava.testing.ErrorBody;
import io.github.ascjava.testing.Sandbox;
import java.io.IOException;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FinanceReportsTest {

    private static final FiscalMonth MONTH = FiscalMonth.containing(LocalDate.of(2026, 9, 10));

    private final Sandbox sandbox = TestReports.sandbox().start();
    private final Reports reports = Reports.of(sandbox.client());

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void theReportOfAFiscalMonthIsDownloaded() throws IOException {
        try (Report report = reports.finance(FinanceReportRequest.financial(VENDOR, MONTH, FinanceRegion.ALL))) {
            assertThat(report.state()).isEqualTo(ReportState.AVAILABLE);
            assertThat(TestReports.lines(report.body()))
                    .hasSizeGreaterThan(2)
                    .anyMatch(line -> line.contains("08/30/2026"));
        }
        assertThat(TestReports.requests(sandbox, "/v1/financeReports")
                        .get(0)
                        .url()
                        .queryParameter("filter[reportDate]"))
                .isEqualTo("2026-12");
    }

    @Test
    void detailsAreRequestedForTheirOnlyRegion() {
        try (Report report = reports.finance(FinanceReportRequest.detail(VENDOR, MONTH))) {
            assertThat(report.state()).isEqualTo(ReportState.AVAILABLE);
        }
        assertThat(TestReports.requests(sandbox, "/v1/financeReports")
                        .get(0)
                        .url()
                        .queryParameter("filter[regionCode]"))
                .isEqualTo("Z1");
    }

    /** Apple's text is that of a month without sales. */
    @Test
    void aMonthThatIsNotOverIsNotYetAvailable() {
        FiscalMonth current = FiscalMonth.containing(LocalDate.of(2026, 11, 20));
        try (Report report = reports.finance(FinanceReportRequest.financial(VENDOR, current, FinanceRegion.ALL))) {
            assertThat(report.state()).isEqualTo(ReportState.NOT_YET);
            assertThat(report.expectedAt()).isEqualTo(current.expectedAt()).isAfter(NOW);
            assertThat(report.detail()).contains("no sales");
        }
    }

    @Test
    void aRegionWithoutSalesHasNoReport() {
        sandbox.on("GET", "/v1/financeReports")
                .answerNext(Answer.errors(ErrorBody.of(
                        404,
                        "NOT_FOUND",
                        "The specified resource does not exist",
                        "There were no sales for the date specified.")));
        try (Report report = reports.finance(FinanceReportRequest.financial(VENDOR, MONTH, FinanceRegion.of("TZ")))) {
            assertThat(report.state()).isEqualTo(ReportState.NO_SALES);
        }
    }

    @Test
    void regionsAreChecked() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FinanceRegion.of("XX"))
                .withMessageContaining("US")
                .withMessageContaining("WW");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FinanceReportRequest.financial(VENDOR, MONTH, new FinanceRegion("Z1")))
                .withMessageContaining("ZZ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FinanceReportRequest(VENDOR, "FINANCE_DETAIL", MONTH, FinanceRegion.ALL))
                .withMessageContaining("Z1");
        assertThat(new FinanceRegion("XX").code()).isEqualTo("XX");
    }

    @Test
    void aMissingRoleIsAnExceptionThatNamesTheRoles() {
        sandbox.on("GET", "/v1/financeReports")
                .answerNext(Answer.errors(ErrorBody.forbidden("The API key in use does not allow this request")));
        assertThatThrownBy(() -> reports.finance(FinanceReportRequest.detail(VENDOR, MONTH)))
                .isInstanceOf(ForbiddenException.class)
                .hasMessageContaining("Finance reports need the role Admin or Finance.");
    }

    @Test
    void filesAreNamedByVendorPeriodAndRegion() {
        assertThat(FinanceReportRequest.financial(VENDOR, FiscalMonth.parse("2024-05"), FinanceRegion.ALL)
                        .fileName())
                .isEqualTo("85012345_0524_ZZ.txt.gz");
        assertThat(FinanceReportRequest.detail(VENDOR, FiscalMonth.parse("2024-05"))
                        .fileName())
                .isEqualTo("85012345_0524_Z1.txt.gz");
    }
}
