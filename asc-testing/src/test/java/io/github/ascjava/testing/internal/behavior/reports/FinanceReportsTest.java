package io.github.ascjava.testing.internal.behavior.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ascjava.testing.internal.behavior.Api;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import okio.ByteString;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FinanceReportsTest {

    private final Api api = new Api();

    @BeforeEach
    void addProducts() {
        var app = Shown.onSale(api.app("1"), api);
        var purchase = api.add("inAppPurchases", "p", "{'name':'Beans','productId':'beans'}");
        api.world().store().link(app, "inAppPurchasesV2", purchase);
    }

    /** Dates from Apple's published fiscal calendar. */
    @ParameterizedTest
    @CsvSource({
        "2026-01, 2025-09-28, 2025-11-01",
        "2026-02, 2025-11-02, 2025-11-29",
        "2026-12, 2026-08-30, 2026-09-26",
        "2027-01, 2026-09-27, 2026-10-31",
        "2023-03, 2022-11-27, 2022-12-31",
        "2023-04, 2023-01-01, 2023-02-04",
    })
    void areAboutFiscalMonths(YearMonth fiscal, LocalDate first, LocalDate last) {
        assertThat(FiscalMonth.of(fiscal)).isEqualTo(new FiscalMonth(first, last));
    }

    @Test
    void fitTogetherWithoutGaps() {
        LocalDate next = FiscalMonth.of(YearMonth.of(2015, 1)).first();
        for (YearMonth month = YearMonth.of(2015, 1); month.getYear() < 2040; month = month.plusMonths(1)) {
            assertThat(FiscalMonth.of(month).first()).isEqualTo(next);
            next = FiscalMonth.of(month).last().plusDays(1);
        }
    }

    @Test
    void ofAllRegionsEndWithASecondTable() {
        List<String> lines = finance("FINANCIAL", "ZZ", "2027-01");
        int total = indexOf(lines, "Total_Rows");

        assertThat(lines.get(0)).startsWith("Start Date\tEnd Date\tUPC\tISRC/ISBN\tVendor Identifier\tQuantity\t");
        assertThat(lines.get(1)).startsWith("09/27/2026\t10/31/2026\t");
        assertThat(lines.get(total)).isEqualTo("Total_Rows\t" + (total - 1));
        assertThat(lines.get(total + 1))
                .isEqualTo("Country Of Sale\tPartner Share Currency\tQuantity\tExtended Partner Share");
        assertThat(lines.get(total + 2).split("\t", -1)).hasSize(4);
    }

    @Test
    void ofOneRegionEndWithSums() {
        List<String> lines = finance("FINANCIAL", "EU", "2027-01");
        int total = indexOf(lines, "Total_Rows");

        assertThat(lines.subList(1, total))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).contains("\tEUR\t"));
        assertThat(lines.subList(total + 1, lines.size()))
                .satisfiesExactly(
                        amount -> assertThat(amount).startsWith("Total_Amount\t"),
                        units -> assertThat(units).startsWith("Total_Units\t"));
    }

    @Test
    void inDetailAreOfTheRegionZ1() {
        assertThat(finance("FINANCE_DETAIL", "Z1", "2027-01").get(3)).startsWith("Transaction Date\tSettlement Date\t");
        assertNoSales("FINANCE_DETAIL", "US", "2027-01");
        assertNoSales("FINANCE_DETAIL", "ZZ", "2027-01");
        assertNoSales("FINANCIAL", "Z1", "2027-01");
    }

    @Test
    void inDetailBeginWithThreeLinesAndEndWithASecondTable() {
        List<String> lines = finance("FINANCE_DETAIL", "Z1", "2027-01");
        int second = indexOf(lines, "Country Of Sale\t");

        assertThat(lines.subList(0, 3))
                .containsExactly("Vendor Name\tExample Coffee Labs", "Start Date\t09/27/2026", "End Date\t10/31/2026");
        assertThat(lines.get(3).split("\t", -1)).hasSize(18);
        assertThat(lines.subList(4, second))
                .hasSizeGreaterThan(20)
                .allSatisfy(line -> assertThat(line.split("\t", -1)).hasSize(18));
        assertThat(lines.subList(second + 1, lines.size()))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.split("\t", -1)).hasSize(4));
    }

    @Test
    void writeReturnsWithANegativeQuantityAndAPositiveShare() {
        List<String> lines = finance("FINANCIAL", "ZZ", "2027-01");
        List<Map<String, String>> rows = Shown.rows(lines.subList(0, indexOf(lines, "Total_Rows")));

        assertThat(rows)
                .filteredOn(row -> Shown.text(row, "Sale or Return").equals("R"))
                .isNotEmpty();
        assertThat(rows).allSatisfy(row -> {
            assertThat(Shown.number(row, "Quantity").signum())
                    .isEqualTo(Shown.text(row, "Sale or Return").equals("R") ? -1 : 1);
            assertThat(Shown.number(row, "Partner Share")).isPositive();
            assertThat(Shown.number(row, "Extended Partner Share"))
                    .isEqualByComparingTo(Shown.number(row, "Partner Share").multiply(Shown.number(row, "Quantity")));
        });
    }

    @Test
    void areNotThereForAnUnknownRegion() {
        assertNoSales("FINANCIAL", "XX", "2027-01");
    }

    @Test
    void areNotThereForAnAccountWithoutMoney() {
        api.world().store().remove(api.world().store().get("inAppPurchases", "p"));

        assertNoSales("FINANCIAL", "ZZ", "2027-01");
    }

    @Test
    void areThereFromTheFirstFridayOfTheNextFiscalMonth() {
        // The second fiscal month ends on Saturday, 28 November.
        api.advance(Duration.ofDays(9));
        assertNoSales("FINANCIAL", "ZZ", "2027-02");

        api.advance(Duration.ofDays(1));
        assertThat(finance("FINANCIAL", "ZZ", "2027-02")).isNotEmpty();
    }

    /** A month by its number in the fiscal year, as users saw it. */
    @Test
    void ofTheFifthFiscalMonthAreAboutFebruary() {
        assertThat(FiscalMonth.of(YearMonth.of(2024, 5)))
                .isEqualTo(new FiscalMonth(LocalDate.of(2024, 2, 4), LocalDate.of(2024, 3, 2)));
    }

    @Test
    void thatAreNotThereYetHadNoSales() {
        for (String month : List.of("2027-02", "2027-03", "2031-01")) {
            assertThat(Api.refusal(() -> finance("FINANCIAL", "ZZ", month)))
                    .startsWith("404")
                    .contains("There were no sales for the date specified.");
        }
        assertThat(Api.refusal(() -> finance("FINANCIAL", "ZZ", "2026"))).startsWith("400");
    }

    private void assertNoSales(String type, String region, String month) {
        assertThat(Api.refusal(() -> finance(type, region, month)))
                .startsWith("404")
                .contains("There were no sales for the date specified.");
    }

    private List<String> finance(String type, String region, String month) {
        return SalesReportsTest.lines(api.send(
                "GET",
                "/v1/financeReports?filter[vendorNumber]=85012345&filter[reportType]=" + type + "&filter[regionCode]="
                        + region + "&filter[reportDate]=" + month,
                ByteString.EMPTY));
    }

    private static int indexOf(List<String> lines, String beginning) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith(beginning)) {
                return i;
            }
        }
        throw new AssertionError("No line begins with " + beginning);
    }
}
