package io.github.ascjava.testing.internal.behavior.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ascjava.testing.internal.behavior.Api;
import io.github.ascjava.testing.internal.engine.Deviation;
import io.github.ascjava.testing.internal.http.ApiAnswer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import okio.ByteString;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SalesReportsTest {

    private static final String VENDOR = "filter[vendorNumber]=85012345";
    private static final String DAILY =
            "&filter[reportType]=SALES&filter[reportSubType]=SUMMARY&filter[frequency]=DAILY";

    private final Api api = new Api();

    @BeforeEach
    void addProducts() {
        Shown.onSale(api.app("1"), api);
        var group = api.add("subscriptionGroups", "g", "{'referenceName':'Club'}");
        var subscription = api.add(
                "subscriptions", "s", "{'name':'Monthly','productId':'monthly','subscriptionPeriod':'ONE_MONTH'}");
        api.world().store().link(api.world().store().get("apps", "1"), "subscriptionGroups", group);
        api.world().store().link(group, "subscriptions", subscription);
    }

    @Test
    void areTablesOf28ColumnsInAGzipFile() {
        List<String> lines = lines(sales(DAILY + "&filter[reportDate]=2026-11-20"));

        assertThat(lines.get(0))
                .startsWith(
                        "Provider\tProvider Country\tSKU\tDeveloper\tTitle\tVersion\tProduct Type Identifier\tUnits\t")
                .endsWith("Preserved Pricing\tClient\tOrder Type");
        assertThat(lines)
                .hasSizeGreaterThan(5)
                .allSatisfy(line -> assertThat(line.split("\t", -1)).hasSize(28));
        assertThat(lines.get(1))
                .contains("APPLE\tUS\tSKU1\tExample Coffee Labs\tApp 1\t", "\t11/20/2026\t11/20/2026\t");
    }

    @Test
    void sayTheSameWheneverTheyAreRead() {
        String filters = DAILY + "&filter[reportDate]=2026-11-20";

        assertThat(sales(filters).body()).isEqualTo(sales(filters).body());
        assertThat(sales(filters).headers().get("Content-Type")).isEqualTo("application/a-gzip");
        assertThat(sales(DAILY + "&filter[reportDate]=2026-11-18").body())
                .isNotEqualTo(sales(filters).body());
    }

    @Test
    void ofAWeekAreTheSumOfItsDays() {
        long days = 0;
        for (int day = 9; day <= 15; day++) {
            days += units(lines(sales(DAILY + "&filter[reportDate]=" + LocalDate.of(2026, 11, day))));
        }

        List<String> week = lines(sales(DAILY.replace("DAILY", "WEEKLY") + "&filter[reportDate]=2026-11-15"));

        assertThat(units(week)).isEqualTo(days);
        assertThat(week.get(1)).contains("\t11/09/2026\t11/15/2026\t");
    }

    @Test
    void areTheNewestOfTheDayWithoutADate() {
        // It is half past ten in the morning in California.
        assertThat(lines(sales(DAILY)).get(1)).contains("\t11/23/2026\t");
    }

    @ParameterizedTest
    @CsvSource({
        "DAILY, 2026-11-24, 404, Report is not available yet.",
        "DAILY, 2026-11-25, 404, Report is not available yet.",
        "WEEKLY, 2026-11-29, 404, Report is not available yet.",
        "MONTHLY, 2026-11, 404, Report is not available yet.",
        "YEARLY, 2026, 404, Report is not available yet.",
        "DAILY, 2025-11-20, 410, Report is no longer available.",
        "MONTHLY, 2025-10, 410, Report is no longer available.",
        "YEARLY, 2015, 410, Report is no longer available.",
    })
    void areThereFromTheNextMorningAndForAYear(String frequency, String date, int status, String detail) {
        assertThat(Api.refusal(() -> sales(DAILY.replace("DAILY", frequency) + "&filter[reportDate]=" + date)))
                .startsWith(status + " ")
                .contains("The specified resource does not exist", detail);
    }

    @ParameterizedTest
    @CsvSource({"DAILY, 2026-11-23", "WEEKLY, 2026-11-22", "MONTHLY, 2026-10", "YEARLY, 2025", "YEARLY, 2017"})
    void areThere(String frequency, String date) {
        assertThat(sales(DAILY.replace("DAILY", frequency) + "&filter[reportDate]=" + date)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void sayWhenNothingWasSold() {
        // There were no sales on the nineteenth.
        assertThat(Api.refusal(() -> sales(DAILY + "&filter[reportDate]=2026-11-19")))
                .contains("There were no sales");
        try (Api empty = new Api()) {
            assertThat(Api.refusal(() -> empty.send(
                            "GET",
                            "/v1/salesReports?" + VENDOR + DAILY + "&filter[reportDate]=2026-11-20",
                            ByteString.EMPTY)))
                    .startsWith("404")
                    .contains("\"NOT_FOUND\"", "There were no sales for the date specified.");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "DAILY, 2026-11",
        "DAILY, 11/20/2026",
        "MONTHLY, 2026-11-20",
        "YEARLY, 2026-11",
        "WEEKLY, yesterday",
    })
    void areRequestedWithTheDateFormatOfTheirFrequency(String frequency, String date) {
        assertThat(Api.refusal(() -> sales(DAILY.replace("DAILY", frequency) + "&filter[reportDate]=" + date)))
                .startsWith("400")
                .contains("PARAMETER_ERROR.INVALID", "filter[reportDate]");
    }

    @Test
    void belongToAVendor() {
        assertThat(Api.refusal(
                        () -> api.send("GET", "/v1/salesReports?filter[vendorNumber]=1" + DAILY, ByteString.EMPTY)))
                .startsWith("400")
                .contains(
                        "PARAMETER_ERROR.INVALID",
                        "Invalid vendor number specified. Try again.",
                        "filter[vendorNumber]");
    }

    @Test
    void aboutSubscriptionsNeedAVersionInTheLiveService() {
        String filters = "&filter[reportType]=SUBSCRIPTION&filter[reportSubType]=SUMMARY&filter[frequency]=DAILY"
                + "&filter[reportDate]=2026-11-20";

        assertThat(Api.refusal(() -> sales(filters))).startsWith("400").contains("filter[version]", "1_5");
        assertThat(Api.refusal(() -> sales(filters + "&filter[version]=1_2"))).startsWith("400");
        assertThat(lines(sales(filters + "&filter[version]=1_3")).get(0))
                .startsWith(
                        "App Name\tApp Apple ID\tSubscription Name\tSubscription Apple ID\tSubscription Group ID\t");

        try (Api byDocument = new Api(EnumSet.noneOf(Deviation.class))) {
            Shown.onSale(byDocument.app("1"), byDocument);
            assertThat(Api.refusal(
                            () -> byDocument.send("GET", "/v1/salesReports?" + VENDOR + filters, ByteString.EMPTY)))
                    .contains("There were no sales");
        }
    }

    @ParameterizedTest
    @CsvSource({"SUBSCRIPTION_EVENT, SUMMARY, Event Date\tEvent\tApp Name", "SUBSCRIBER, DETAILED, Event Date\tApp Name"
    })
    void aboutSubscriptionsAreOfThreeKinds(String type, String subType, String columns) {
        List<String> lines = lines(sales("&filter[reportType]=" + type + "&filter[reportSubType]=" + subType
                + "&filter[frequency]=DAILY&filter[reportDate]=2026-11-20&filter[version]=1_3"));

        assertThat(lines.get(0)).startsWith(columns.replace("\\t", "\t"));
        assertThat(lines).hasSizeGreaterThan(1);
    }

    @ParameterizedTest
    @CsvSource({
        "SALES, DETAILED, DAILY, filter[reportSubType]",
        "SUBSCRIBER, DETAILED, MONTHLY, filter[frequency]",
        "INSTALLS, SUMMARY, YEARLY, filter[frequency]",
    })
    void areRejectedInInvalidCombinations(String type, String subType, String frequency, String parameter) {
        assertThat(Api.refusal(() -> sales("&filter[reportType]=" + type + "&filter[reportSubType]=" + subType
                        + "&filter[frequency]=" + frequency + "&filter[reportDate]=2026-11-20")))
                .startsWith("400")
                .contains(parameter);
    }

    @Test
    void ofAWeekAreRequestedWithItsSunday() {
        assertThat(Api.refusal(() -> sales(DAILY.replace("DAILY", "WEEKLY") + "&filter[reportDate]=2026-11-14")))
                .startsWith("400")
                .contains("PARAMETER_ERROR.INVALID", "filter[reportDate]", "2026-11-15");
    }

    @Test
    void nameTheLatestVersionWhenTheyRejectAnother() {
        String filters = DAILY + "&filter[reportDate]=2026-11-20&filter[version]=";

        assertThat(sales(filters + "1_0").status()).isEqualTo(200);
        assertThat(Api.refusal(() -> sales(filters + "1_1")))
                .startsWith("400")
                .contains("The latest version for this report is 1_0", "filter[version]");
    }

    @Test
    void failForAVendorThatIsNoNumber() {
        assertThat(Api.refusal(
                        () -> api.send("GET", "/v1/salesReports?filter[vendorNumber]=me" + DAILY, ByteString.EMPTY)))
                .startsWith("500")
                .contains("UNEXPECTED_ERROR");
    }

    @Test
    void aboutSubscriptionsHaveNoNewestDay() {
        assertThat(Api.refusal(() -> sales(subscriptions("SUBSCRIPTION", "1_4"))))
                .startsWith("404")
                .contains("There were no sales for the date specified.");
    }

    @Test
    void aboutSubscriptionsBlameTheVendorForADayWithoutAny() {
        // On the first nobody subscribed, but other things were sold.
        String day = "&filter[reportDate]=2026-11-01";

        assertThat(sales(DAILY + day).status()).isEqualTo(200);
        for (String type : List.of("SUBSCRIPTION_EVENT", "SUBSCRIBER")) {
            assertThat(Api.refusal(() -> sales(subscriptions(type, "1_4") + day)))
                    .startsWith("400")
                    .contains("Invalid vendor number specified.");
        }
        assertThat(sales(subscriptions("SUBSCRIPTION", "1_4") + day).status()).isEqualTo(200);
        assertThat(Api.refusal(() -> sales(DAILY.replace("SALES", "PRE_ORDER") + day)))
                .startsWith("400")
                .contains("Invalid vendor number specified.");
    }

    @Test
    void ofActiveSubscriptionsHaveNewColumnsSinceVersion14() {
        String day = "&filter[reportDate]=2026-11-20";

        List<String> old = List.of(
                lines(sales(subscriptions("SUBSCRIPTION", "1_3") + day)).get(0).split("\t", -1));
        List<String> current = List.of(
                lines(sales(subscriptions("SUBSCRIPTION", "1_4") + day)).get(0).split("\t", -1));

        assertThat(current)
                .startsWith(old.toArray(String[]::new))
                .endsWith(
                        "Subscribers",
                        "Free Trial Win-back Offers",
                        "Pay Up Front Win-back Offers",
                        "Pay As You Go Win-back Offers");
        assertThat(old).endsWith("Marketing Opt-Ins", "Billing Retry", "Grace Period", "Subscribers");
    }

    @Test
    void writeDatesWithTheMonthFirst() {
        List<Map<String, String>> rows =
                Shown.rows(lines(sales(subscriptions("SUBSCRIPTION_EVENT", "1_4") + "&filter[reportDate]=2026-11-20")));

        assertThat(rows).extracting(row -> Shown.text(row, "Event Date")).containsOnly("11/20/2026");
        assertThat(rows)
                .extracting(row -> Shown.text(row, "Original Start Date"))
                .contains("11/20/2026", "10/20/2026");
    }

    @Test
    void writeRefundsWithNegativeUnitsAndPriceButPositiveProceeds() {
        List<Map<String, String>> refunds =
                Shown.rows(lines(sales(DAILY.replace("DAILY", "MONTHLY") + "&filter[reportDate]=2026-10"))).stream()
                        .filter(row -> Shown.text(row, "Units").startsWith("-"))
                        .toList();

        assertThat(refunds).isNotEmpty().allSatisfy(row -> {
            assertThat(Shown.number(row, "Customer Price")).isNegative();
            assertThat(Shown.number(row, "Developer Proceeds")).isPositive();
        });
    }

    @Test
    void writeAmountsForOneUnitAndWithoutALeadingZero() {
        api.world().store().get("subscriptions", "s").with("productId", "monthly");
        List<Map<String, String>> rows = Shown.rows(lines(sales(DAILY + "&filter[reportDate]=2026-11-20")));

        Map<String, List<String>> prices = rows.stream()
                .filter(row -> Shown.text(row, "SKU").equals("monthly")
                        && Shown.text(row, "Country Code").equals("US"))
                .filter(row -> Shown.number(row, "Units").signum() > 0)
                .collect(Collectors.groupingBy(
                        row -> Shown.text(row, "Units"),
                        Collectors.mapping(row -> Shown.text(row, "Customer Price"), Collectors.toList())));
        assertThat(prices).hasSizeGreaterThan(1);
        assertThat(prices.values().stream().flatMap(List::stream).distinct()).hasSize(1);
        assertThat(rows)
                .flatExtracting(row -> Shown.text(row, "Customer Price"), row -> Shown.text(row, "Developer Proceeds"))
                .noneMatch(amount -> amount.toString().startsWith("0."));
    }

    @Test
    void nameTheAppOfASubscriptionByItsSku() {
        List<Map<String, String>> rows = Shown.rows(lines(sales(DAILY + "&filter[reportDate]=2026-11-20")));

        assertThat(rows)
                .filteredOn(row -> Shown.text(row, "SKU").equals("monthly"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row)
                        .containsEntry("Apple Identifier", "s")
                        .containsEntry("Parent Identifier", "SKU1")
                        .containsEntry("Product Type Identifier", "IAY"));
        assertThat(rows)
                .filteredOn(row -> Shown.text(row, "SKU").equals("SKU1"))
                .isNotEmpty()
                .allSatisfy(row ->
                        assertThat(row).containsEntry("Apple Identifier", "1").containsEntry("Parent Identifier", " "));
    }

    @Test
    void showNothingOfAnAppThatWasNeverOnSale() {
        api.app("2");
        api.world()
                .store()
                .link(
                        api.world().store().get("apps", "2"),
                        "appStoreVersions",
                        api.add(
                                "appStoreVersions",
                                "v2",
                                "{'versionString':'1.0','appVersionState':'PREPARE_FOR_SUBMISSION'}"));

        assertThat(Shown.rows(lines(sales(DAILY + "&filter[reportDate]=2026-11-20"))))
                .extracting(row -> Shown.text(row, "SKU"))
                .contains("SKU1")
                .doesNotContain("SKU2");
    }

    @Test
    void ofTodayAreThereTomorrow() {
        api.advance(Duration.ofDays(1));

        assertThat(sales(DAILY + "&filter[reportDate]=2026-11-24").status()).isEqualTo(200);
    }

    private static String subscriptions(String type, String version) {
        String subType = type.equals("SUBSCRIBER") ? "DETAILED" : "SUMMARY";
        return "&filter[reportType]=" + type + "&filter[reportSubType]=" + subType
                + "&filter[frequency]=DAILY&filter[version]=" + version;
    }

    private ApiAnswer sales(String filters) {
        return api.send("GET", "/v1/salesReports?" + VENDOR + filters, ByteString.EMPTY);
    }

    private static long units(List<String> lines) {
        return lines.stream()
                .skip(1)
                .mapToLong(line -> Long.parseLong(line.split("\t", -1)[7]))
                .sum();
    }

    static List<String> lines(ApiAnswer answer) {
        try (GZIPInputStream gzip =
                new GZIPInputStream(new ByteArrayInputStream(answer.body().toByteArray()))) {
            String text = new String(gzip.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(text).endsWith("\n");
            return Arrays.asList(text.substring(0, text.length() - 1).split("\n", -1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
