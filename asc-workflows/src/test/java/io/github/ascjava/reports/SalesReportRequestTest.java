package io.github.ascjava.reports;

import static io.github.ascjava.reports.TestReports.VENDOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.ascjava.client.model.reports.SalesReportSubType;
import io.github.ascjava.client.model.reports.SalesReportType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SalesReportRequestTest {

    private static final LocalDate SUNDAY = LocalDate.of(2026, 11, 1);

    @Test
    void theDateHasTheFormThatBelongsToTheFrequency() {
        assertThat(SalesReportRequest.daily(VENDOR, SUNDAY).query())
                .containsEntry("filter[frequency]", "DAILY")
                .containsEntry("filter[reportDate]", "2026-11-01");
        assertThat(SalesReportRequest.weekly(VENDOR, SUNDAY).query())
                .containsEntry("filter[frequency]", "WEEKLY")
                .containsEntry("filter[reportDate]", "2026-11-01");
        assertThat(SalesReportRequest.monthly(VENDOR, YearMonth.of(2026, 9)).query())
                .containsEntry("filter[frequency]", "MONTHLY")
                .containsEntry("filter[reportDate]", "2026-09");
        assertThat(SalesReportRequest.yearly(VENDOR, Year.of(2025)).query())
                .containsEntry("filter[frequency]", "YEARLY")
                .containsEntry("filter[reportDate]", "2025");
    }

    @Test
    void typeSubtypeAndVersionGoTogether() {
        assertThat(SalesReportRequest.daily(VENDOR, SUNDAY).query())
                .isEqualTo(Map.of(
                        "filter[vendorNumber]", VENDOR,
                        "filter[reportType]", "SALES",
                        "filter[reportSubType]", "SUMMARY",
                        "filter[frequency]", "DAILY",
                        "filter[reportDate]", "2026-11-01",
                        "filter[version]", "1_0"));
        assertThat(SalesReportRequest.subscribers(VENDOR, SUNDAY).query())
                .containsEntry("filter[reportType]", "SUBSCRIBER")
                .containsEntry("filter[reportSubType]", "DETAILED")
                .containsEntry("filter[version]", "1_5");
    }

    @Test
    void aWeekEndsOnASunday() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SalesReportRequest.weekly(VENDOR, LocalDate.of(2026, 11, 3)))
                .withMessageContaining("ends on 2026-11-08");
    }

    @Test
    void aReportThatAppleDoesNotHaveIsRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SalesReportRequest.of(
                        VENDOR,
                        SalesReportType.SUBSCRIPTION,
                        SalesReportSubType.SUMMARY,
                        ReportPeriod.month(YearMonth.of(2026, 9))))
                .withMessage(
                        "There are no MONTHLY reports of the type SUBSCRIPTION and the subtype SUMMARY, only DAILY.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SalesReportRequest.of(
                        VENDOR, SalesReportType.SALES, SalesReportSubType.DETAILED, ReportPeriod.day(SUNDAY)))
                .withMessage("Reports of the type SALES have no subtype DETAILED. Use SUMMARY.");
    }

    @Test
    void aTypeThatAppleAddedLaterIsAccepted() {
        SalesReportRequest request = SalesReportRequest.of(
                VENDOR,
                SalesReportType.of("RENTALS"),
                SalesReportSubType.SUMMARY,
                ReportPeriod.month(YearMonth.of(2026, 9)));
        assertThat(request.version()).isNull();
        assertThat(request.fileName()).isEqualTo("RENTALS_SUMMARY_M_85012345_202609.txt.gz");
    }

    @Test
    void aVendorNumberConsistsOfDigits() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SalesReportRequest.daily("vendor", SUNDAY))
                .withMessageContaining("Payments and Financial Reports");
    }

    @Test
    void aVersionHasTwoNumbers() {
        assertThat(SalesReportRequest.daily(VENDOR, SUNDAY).withVersion("2_11").query())
                .containsEntry("filter[version]", "2_11");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SalesReportRequest.daily(VENDOR, SUNDAY).withVersion("1.0"))
                .withMessageContaining("1_0");
    }

    @Test
    void filesHaveTheNamesThatAppleDocuments() {
        assertThat(SalesReportRequest.daily(VENDOR, SUNDAY).fileName()).isEqualTo("S_D_85012345_20261101.txt.gz");
        assertThat(SalesReportRequest.weekly(VENDOR, SUNDAY).fileName()).isEqualTo("S_W_85012345_20261101.txt.gz");
        assertThat(SalesReportRequest.monthly(VENDOR, YearMonth.of(2026, 9)).fileName())
                .isEqualTo("S_M_85012345_202609.txt.gz");
        assertThat(SalesReportRequest.yearly(VENDOR, Year.of(2025)).fileName()).isEqualTo("S_Y_85012345_2025.txt.gz");
        assertThat(SalesReportRequest.subscriptions(VENDOR, SUNDAY).fileName())
                .isEqualTo("Subscription_85012345_20261101.txt.gz");
        assertThat(SalesReportRequest.subscriptionEvents(VENDOR, SUNDAY).fileName())
                .isEqualTo("Subscription_Event_85012345_20261101.txt.gz");
        assertThat(SalesReportRequest.of(
                                VENDOR,
                                SalesReportType.PRE_ORDER,
                                SalesReportSubType.SUMMARY,
                                ReportPeriod.week(SUNDAY))
                        .fileName())
                .isEqualTo("P_S_W_85012345_20261101.txt.gz");
        assertThat(SalesReportRequest.of(
                                VENDOR,
                                SalesReportType.WIN_BACK_ELIGIBILITY,
                                SalesReportSubType.SUMMARY,
                                ReportPeriod.day(SUNDAY))
                        .fileName())
                .isEqualTo("Winback_Eligibility_Report_85012345_20261101_V1_0.txt.gz");
    }

    @Test
    void reportsAreExpectedInTheMorningOfTheDayThatAppleDocuments() {
        assertThat(SalesReportRequest.daily(VENDOR, SUNDAY).expectedAt())
                .isEqualTo(Instant.parse("2026-11-02T16:00:00Z"));
        assertThat(SalesReportRequest.weekly(VENDOR, SUNDAY).expectedAt())
                .isEqualTo(Instant.parse("2026-11-02T16:00:00Z"));
        assertThat(SalesReportRequest.monthly(VENDOR, YearMonth.of(2026, 9)).expectedAt())
                .isEqualTo(Instant.parse("2026-10-05T15:00:00Z"));
        assertThat(SalesReportRequest.yearly(VENDOR, Year.of(2025)).expectedAt())
                .isEqualTo(Instant.parse("2026-01-06T16:00:00Z"));
    }

    @Test
    void aPeriodKnowsItsFirstDay() {
        assertThat(ReportPeriod.day(SUNDAY).first()).isEqualTo(SUNDAY);
        assertThat(ReportPeriod.week(SUNDAY).first()).isEqualTo(LocalDate.of(2026, 10, 26));
        assertThat(ReportPeriod.month(YearMonth.of(2026, 2)).last()).isEqualTo(LocalDate.of(2026, 2, 28));
        assertThat(ReportPeriod.month(YearMonth.of(2026, 2)).first()).isEqualTo(LocalDate.of(2026, 2, 1));
        assertThat(ReportPeriod.year(Year.of(2025)).first()).isEqualTo(LocalDate.of(2025, 1, 1));
    }

    @Test
    void daysAreThoseOfARange() {
        assertThat(SalesReportRequest.days(VENDOR, SUNDAY, SUNDAY.plusDays(2)))
                .extracting(SalesReportRequest::fileName)
                .containsExactly(
                        "S_D_85012345_20261101.txt.gz", "S_D_85012345_20261102.txt.gz", "S_D_85012345_20261103.txt.gz");
    }
}
