package io.github.ascjava.testing.internal.behavior.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ascjava.testing.internal.behavior.Api;
import io.github.ascjava.testing.internal.behavior.Body;
import io.github.ascjava.testing.internal.behavior.common.Account;
import io.github.ascjava.testing.internal.behavior.provisioning.SigningContent;
import io.github.ascjava.testing.internal.fixtures.Reference;
import io.github.ascjava.testing.internal.fixtures.Team;
import io.github.ascjava.testing.internal.http.ApiAnswer;
import io.github.ascjava.testing.internal.http.ApiErrorException;
import io.github.ascjava.testing.internal.pki.Authority;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import okhttp3.Headers;
import okio.ByteString;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The reports of the sample team agree with each other, whatever day they are about. */
class ReportsAgreeTest {

    private static final LocalDate YESTERDAY = LocalDate.of(2026, 11, 23);
    private static final String CORTADO = "1074682240";

    private static Api api;

    @BeforeAll
    static void fill() {
        api = new Api();
        fill(api);
    }

    private static void fill(Api sandbox) {
        Reference.fill(sandbox.world());
        Team.fill(sandbox.world(), new SigningContent(Account.SANDBOX, new Authority(Api.START)));
    }

    @AfterAll
    static void close() {
        api.close();
    }

    /** Days of a year, which are at all places of a cycle of amounts: 23 and 29 have no common factor. */
    static Stream<LocalDate> days() {
        return Stream.iterate(YESTERDAY, day -> day.minusDays(23)).limit(16);
    }

    static Stream<YearMonth> months() {
        return Stream.of(YearMonth.of(2026, 10), YearMonth.of(2026, 2), YearMonth.of(2025, 12));
    }

    /** Months of five weeks and of four, one of them in two calendar years. */
    static Stream<YearMonth> fiscalMonths() {
        return Stream.of(YearMonth.of(2027, 1), YearMonth.of(2026, 9), YearMonth.of(2026, 4));
    }

    @ParameterizedTest
    @MethodSource("days")
    void aWeekIsTheSumOfItsDays(LocalDate day) {
        LocalDate sunday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));

        assertThat(units(sales("WEEKLY", sunday.toString()))).isEqualTo(units(daily(sunday.minusDays(6), sunday)));
    }

    @ParameterizedTest
    @MethodSource("months")
    void aMonthIsTheSumOfItsDays(YearMonth month) {
        assertThat(units(sales("MONTHLY", month.toString())))
                .isEqualTo(units(daily(month.atDay(1), month.atEndOfMonth())));
    }

    @Test
    void aYearIsTheSumOfItsMonths() {
        try (Api later = new Api()) {
            fill(later);
            later.advance(Duration.ofDays(50));
            List<Map<String, String>> months = new ArrayList<>();
            for (int month = 1; month <= 12; month++) {
                months.addAll(report(
                        later,
                        "SALES",
                        "SUMMARY",
                        "&filter[frequency]=MONTHLY&filter[reportDate]=" + YearMonth.of(2026, month)));
            }

            assertThat(units(report(later, "SALES", "SUMMARY", "&filter[frequency]=YEARLY&filter[reportDate]=2026")))
                    .isEqualTo(units(months));
        }
    }

    @ParameterizedTest
    @MethodSource("fiscalMonths")
    void aFiscalMonthHasTheProceedsOfItsDays(YearMonth month) {
        FiscalMonth days = FiscalMonth.of(month);
        Map<String, BigDecimal> proceeds = sums(
                daily(days.first(), days.last()),
                row -> Shown.text(row, "Currency of Proceeds"),
                row -> Shown.number(row, "Units").multiply(Shown.number(row, "Developer Proceeds")));
        proceeds.values().removeIf(sum -> sum.signum() == 0);

        assertThat(shares(finance("FINANCIAL", "ZZ", month), "Total_Rows")).isEqualTo(proceeds);
        List<String> detail = finance("FINANCE_DETAIL", "Z1", month);
        assertThat(shares(detail.subList(3, detail.size()), "Country Of Sale\t"))
                .isEqualTo(proceeds);
        int second = detail.indexOf("Country Of Sale\tPartner Share Currency\tQuantity\tExtended Partner Share");
        assertThat(shares(detail.subList(second, detail.size()), "no such line"))
                .isEqualTo(proceeds);
    }

    @ParameterizedTest
    @MethodSource("days")
    void subscribersAndEventsAreThoseOfTheSales(LocalDate day) {
        Function<Map<String, String>, String> id = row -> Shown.text(row, "Subscription Apple ID");
        Map<String, BigDecimal> sold = sums(
                daily(day, day).stream()
                        .filter(row ->
                                Shown.text(row, "Product Type Identifier").equals("IAY"))
                        .toList(),
                row -> Shown.text(row, "Apple Identifier"),
                row -> Shown.number(row, "Units"));

        assertThat(sums(subscriptions("SUBSCRIBER", "DETAILED", day), id, row -> Shown.number(row, "Units")))
                .isEqualTo(sold);
        assertThat(sums(
                        subscriptions("SUBSCRIPTION_EVENT", "SUMMARY", day).stream()
                                .filter(row -> !Shown.text(row, "Event").equals("Cancel"))
                                .toList(),
                        id,
                        row -> Shown.text(row, "Event").equals("Refund")
                                ? Shown.number(row, "Quantity").negate()
                                : Shown.number(row, "Quantity")))
                .isEqualTo(sold);
    }

    @ParameterizedTest
    @MethodSource("days")
    void activeSubscriptionsChangeByTheEventsOfTheDay(LocalDate day) {
        Map<String, BigDecimal> active = active(day);
        Map<String, BigDecimal> expected = active(day.minusDays(1));
        for (Map<String, String> event : subscriptions("SUBSCRIPTION_EVENT", "SUMMARY", day)) {
            BigDecimal quantity = Shown.number(event, "Quantity");
            if (Shown.text(event, "Event").equals("Subscribe")) {
                expected.merge(subscriptionIn(event), quantity, BigDecimal::add);
            } else if (Shown.text(event, "Event").equals("Cancel")) {
                expected.merge(subscriptionIn(event), quantity.negate(), BigDecimal::add);
            }
        }

        assertThat(active)
                .isEqualTo(expected)
                .allSatisfy((place, number) -> assertThat(number).isPositive());
    }

    @ParameterizedTest
    @MethodSource("days")
    void analyticsHaveTheDownloadsAndPurchasesOfTheSales(LocalDate day) {
        Map<String, List<Map<String, String>>> analytics = snapshot(CORTADO);
        List<Map<String, String>> downloads = on(day, analytics.get("App Downloads Standard")).stream()
                .filter(row -> Shown.text(row, "Download Type").equals("First-time download"))
                .toList();
        List<Map<String, String>> sales = daily(day, day);
        List<Map<String, String>> firstDownloads = sales.stream()
                .filter(row -> Shown.text(row, "Apple Identifier").equals(CORTADO))
                .filter(row -> Shown.text(row, "Product Type Identifier").equals("1F"))
                .toList();
        List<Map<String, String>> paid = sales.stream()
                .filter(row -> Shown.text(row, "Parent Identifier").equals("CORTADO"))
                .filter(row -> Shown.number(row, "Customer Price").signum() != 0)
                .toList();

        assertThat(sums(downloads, row -> Shown.text(row, "Territory"), row -> Shown.number(row, "Counts")))
                .isEqualTo(sums(
                        firstDownloads, row -> Shown.text(row, "Country Code"), row -> Shown.number(row, "Units")));
        assertThat(sums(
                        on(day, analytics.get("App Store Purchases Standard")),
                        row -> Shown.text(row, "Content Apple Identifier"),
                        row -> Shown.number(row, "Purchases")))
                .isEqualTo(sums(paid, row -> Shown.text(row, "Apple Identifier"), row -> Shown.number(row, "Units")));
    }

    private static final Map<String, Map<String, List<Map<String, String>>>> SNAPSHOTS = new TreeMap<>();

    /** Returns the rows of the daily instances of a snapshot, by the names of the reports. */
    private static Map<String, List<Map<String, String>>> snapshot(String app) {
        return SNAPSHOTS.computeIfAbsent(app, key -> {
            Map<String, List<Map<String, String>>> rows = new TreeMap<>();
            String request = api.post(
                            "/v1/analyticsReportRequests",
                            Body.of("analyticsReportRequests")
                                    .with("accessType", "ONE_TIME_SNAPSHOT")
                                    .one("app", "apps", app))
                    .path("id")
                    .asText();
            for (JsonNode report : api.get("/v1/analyticsReportRequests/" + request
                            + "/reports?filter[name]=App Downloads Standard,App Store Purchases Standard")
                    .path("data")) {
                List<Map<String, String>> all = new ArrayList<>();
                for (JsonNode instance : api.get("/v1/analyticsReports/"
                                + report.path("id").asText() + "/instances?filter[granularity]=DAILY")
                        .path("data")) {
                    for (JsonNode segment : api.get("/v1/analyticsReportInstances/"
                                    + instance.path("id").asText() + "/segments")
                            .path("data")) {
                        String url = segment.at("/attributes/url").asText();
                        ApiAnswer file = api.send("GET", url, Headers.of(), ByteString.EMPTY);
                        all.addAll(Shown.rows(SalesReportsTest.lines(file)));
                    }
                }
                rows.put(report.at("/attributes/name").asText(), all);
            }
            return rows;
        });
    }

    private static List<Map<String, String>> on(LocalDate day, @Nullable List<Map<String, String>> rows) {
        return Objects.requireNonNull(rows).stream()
                .filter(row -> Shown.text(row, "Date").equals(day.toString()))
                .toList();
    }

    private static Map<String, BigDecimal> units(List<Map<String, String>> sales) {
        return sums(
                sales,
                row -> String.join(
                                "|",
                                Shown.text(row, "SKU"),
                                Shown.text(row, "Country Code"),
                                Shown.text(row, "Device"),
                                Shown.text(row, "Subscription"))
                        + "|" + Shown.text(row, "Product Type Identifier")
                        + Shown.text(row, "Units").startsWith("-"),
                row -> Shown.number(row, "Units"));
    }

    private static Map<String, BigDecimal> shares(List<String> lines, String end) {
        int last = 0;
        while (last < lines.size() && !(last > 0 && lines.get(last).startsWith(end))) {
            last++;
        }
        return sums(
                Shown.rows(lines.subList(0, last)),
                row -> Shown.text(row, "Partner Share Currency"),
                row -> Shown.number(row, "Extended Partner Share"));
    }

    private static Map<String, BigDecimal> active(LocalDate day) {
        return sums(
                subscriptions("SUBSCRIPTION", "SUMMARY", day),
                ReportsAgreeTest::subscriptionIn,
                row -> Shown.number(row, "Active Standard Price Subscriptions"));
    }

    private static String subscriptionIn(Map<String, String> row) {
        return Shown.text(row, "Subscription Apple ID") + " " + Shown.text(row, "Country") + " "
                + Shown.text(row, "Device");
    }

    /** Adds up a number for each group; without trailing zeros, so that equal numbers are equal. */
    private static Map<String, BigDecimal> sums(
            List<Map<String, String>> rows,
            Function<Map<String, String>, String> group,
            Function<Map<String, String>, BigDecimal> number) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        rows.forEach(row -> sums.merge(group.apply(row), number.apply(row), BigDecimal::add));
        sums.replaceAll((key, sum) -> sum.setScale(2));
        return sums;
    }

    private static List<Map<String, String>> daily(LocalDate first, LocalDate last) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            rows.addAll(sales("DAILY", day.toString()));
        }
        return rows;
    }

    private static List<Map<String, String>> sales(String frequency, String date) {
        return report(api, "SALES", "SUMMARY", "&filter[frequency]=" + frequency + "&filter[reportDate]=" + date);
    }

    private static List<Map<String, String>> subscriptions(String type, String subType, LocalDate day) {
        return report(api, type, subType, "&filter[frequency]=DAILY&filter[version]=1_4&filter[reportDate]=" + day);
    }

    /** A report that says that there were no sales has no rows. */
    private static List<Map<String, String>> report(Api sandbox, String type, String subType, String filters) {
        try {
            return Shown.rows(SalesReportsTest.lines(sandbox.send(
                    "GET",
                    "/v1/salesReports?filter[vendorNumber]=85012345&filter[reportType]=" + type
                            + "&filter[reportSubType]=" + subType + filters,
                    ByteString.EMPTY)));
        } catch (ApiErrorException e) {
            assertThat(e.errors().get(0).toJson(e.status(), null).toString())
                    .containsAnyOf("There were no sales", "Invalid vendor number");
            return List.of();
        }
    }

    private static List<String> finance(String type, String region, YearMonth month) {
        return SalesReportsTest.lines(api.send(
                "GET",
                "/v1/financeReports?filter[vendorNumber]=85012345&filter[reportType]=" + type + "&filter[regionCode]="
                        + region + "&filter[reportDate]=" + month,
                ByteString.EMPTY));
    }
}
