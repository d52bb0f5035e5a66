package io.github.ascjava.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The typed views read each column of Apple's lists, and only these. */
class ViewsTest {

    /** Columns that have another meaning for apps than their name says, or none. */
    private static final Map<String, String> ACCESSORS = Map.of(
            "ISRC/ISBN", "isrcOrIsbn", "Artist/Show/Developer/Author", "developer", "Sales or Return", "saleOrReturn");

    private static final Set<String> WITHOUT_ACCESSOR =
            Set.of("Label/Studio/Network/Developer/Publisher", "Grid", "ISAN/Other Identifier", "Pre-order Flag");

    static Stream<Arguments> views() {
        return Stream.of(
                view("sales", SalesRow.class, SalesRow::new),
                view("pre-order", PreOrderRow.class, PreOrderRow::new),
                view("subscription", SubscriptionRow.class, SubscriptionRow::new),
                view("subscription-event", SubscriptionEventRow.class, SubscriptionEventRow::new),
                view("subscriber", SubscriberRow.class, SubscriberRow::new),
                view("offer-code-redemption", OfferCodeRedemptionRow.class, OfferCodeRedemptionRow::new),
                view("finance-region", FinanceRow.class, FinanceRow::new),
                view("finance-all", FinanceRow.class, FinanceRow::new),
                view("finance-detail", FinanceDetailRow.class, FinanceDetailRow::new),
                view("downloads", DownloadsRow.class, DownloadsRow::new),
                view("purchases", PurchasesRow.class, PurchasesRow::new),
                view("analytics-pre-orders", AnalyticsPreOrdersRow.class, AnalyticsPreOrdersRow::new),
                view("sessions", SessionsRow.class, SessionsRow::new),
                view("installations", InstallationsRow.class, InstallationsRow::new),
                view("engagement", EngagementRow.class, EngagementRow::new),
                view("web-preview", WebPreviewRow.class, WebPreviewRow::new),
                view("crashes", CrashesRow.class, CrashesRow::new),
                view("subscription-state", SubscriptionStateRow.class, SubscriptionStateRow::new),
                view("subscription-lifecycle", SubscriptionLifecycleRow.class, SubscriptionLifecycleRow::new));
    }

    private static <V> Arguments view(String file, Class<V> type, Function<ReportRow, V> view) {
        return Arguments.of(file, type, view);
    }

    @ParameterizedTest
    @MethodSource("views")
    void eachColumnHasAnAccessor(String file, Class<?> type, Function<ReportRow, Object> view) throws Exception {
        List<ReportRow> rows = GoldenFiles.rows(file);
        Map<String, Method> accessors = accessors(type);

        for (String column : rows.get(0).columns()) {
            if (WITHOUT_ACCESSOR.contains(column)) {
                continue;
            }
            Method accessor = accessors.remove(key(ACCESSORS.getOrDefault(column, column)));
            assertThat(accessor).as("accessor of %s", column).isNotNull();
            assertThat(rows.stream().map(row -> row.text(column)).toList())
                    .as("values of %s", column)
                    .anyMatch(text -> text != null);
            for (ReportRow row : rows) {
                assertThat(accessor.invoke(view.apply(row))).as(column).isEqualTo(value(row, column, accessor));
            }
        }

        assertThat(accessors).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("views")
    void aColumnThatIsMissingIsNull(String file, Class<?> type, Function<ReportRow, Object> view) throws Exception {
        ReportRow row = GoldenFiles.rows(file).get(0);
        for (Method accessor : accessors(type).values()) {
            String header = row.columns().stream()
                    .filter(column ->
                            !key(ACCESSORS.getOrDefault(column, column)).equals(key(accessor.getName())))
                    .collect(Collectors.joining("\t", "", "\n"));
            ReportRow without = ReportFiles.row(header, "\t".repeat(header.split("\t").length - 1) + "\n");
            try {
                assertThat(accessor.invoke(view.apply(without)))
                        .as(accessor.getName())
                        .isNull();
            } catch (IllegalArgumentException e) {
                // The column by which the report is recognized.
                assertThat(e).hasMessageContaining("it has no column '");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("views")
    void aNewColumnIsInTheRow(String file, Class<?> type, Function<ReportRow, Object> view) throws Exception {
        ReportRow golden = GoldenFiles.rows(file).get(0);
        String header = "New Column\t" + String.join("\t", golden.columns()) + "\n";
        String cells =
                golden.cells().stream().map(cell -> cell == null ? "" : cell).collect(Collectors.joining("\t"));
        ReportRow row = ReportFiles.row(header, "new\t" + cells + "\n");

        Object typed = view.apply(row);

        assertThat(type.getMethod("row").invoke(typed)).isSameAs(row);
        assertThat(row.text("New Column")).isEqualTo("new");
        for (Method accessor : accessors(type).values()) {
            assertThat(accessor.invoke(typed)).as(accessor.getName()).isEqualTo(accessor.invoke(view.apply(golden)));
        }
    }

    @ParameterizedTest
    @MethodSource("views")
    void aRowOfAnotherReportIsRejected(String file, Class<?> type, Function<ReportRow, Object> view) {
        ReportRow row = ReportFiles.row("A\tB\n", "1\t2\n");

        assertThatThrownBy(() -> view.apply(row))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching(
                        "The row is not of an? .* report: it has no column '.*'\\. Its columns are \\[A, B]\\.");
    }

    @ParameterizedTest
    @MethodSource("views")
    void viewsCanBeSerialized(String file, Class<?> type, Function<ReportRow, Object> view) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Object written = view.apply(GoldenFiles.rows(file).get(0));
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(written);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(in.readObject()).hasToString(written.toString());
        }
    }

    @Test
    void refundsHaveNegativeUnitsAndPositiveProceeds() {
        SalesRow refund = new SalesRow(GoldenFiles.rows("sales").get(2));

        assertThat(refund.units()).isEqualByComparingTo("-50");
        assertThat(refund.developerProceeds()).isEqualByComparingTo("0.70");
        assertThat(refund.totalProceeds()).isEqualTo(new Money(new BigDecimal("-35.0"), "USD"));
        assertThat(refund.totalCustomerPrice()).isEqualTo(new Money(new BigDecimal("-49.50"), "USD"));
    }

    @Test
    void totalsAreUnitsTimesAmounts() {
        SalesRow sale = new SalesRow(GoldenFiles.rows("sales").get(0));

        assertThat(sale.totalProceeds()).isEqualTo(new Money(new BigDecimal("70.00"), "USD"));
        assertThat(sale.totalCustomerPrice()).isEqualTo(new Money(new BigDecimal("99.00"), "USD"));
    }

    @Test
    void aTotalWithoutAmountOrCurrencyIsNull() {
        String header = "Units\tDeveloper Proceeds\tCurrency of Proceeds\tCustomer Price\tCustomer Currency\n";

        for (String row : List.of("\t.70\tUSD\t\tUSD\n", "1\t\tUSD\t.99\t\n", "1\t.70\t\t\t\n")) {
            SalesRow sale = new SalesRow(ReportFiles.row(header, row));
            assertThat(sale.totalProceeds()).isNull();
            assertThat(sale.totalCustomerPrice()).isNull();
        }
    }

    @Test
    void inAppPurchasesLeadToTheirApp() {
        List<SalesRow> rows =
                GoldenFiles.rows("sales").stream().map(SalesRow::new).toList();

        assertThat(rows).extracting(SalesRow::sku).containsExactly("YNC", "beans.monthly", "YNC");
        assertThat(rows).extracting(SalesRow::appSku).containsOnly("YNC");
        assertThat(rows.get(0).title()).isEqualTo("Your \"Next\" Cortado");
        assertThat(rows.get(1).title()).isEqualTo("Beans #1");
    }

    @Test
    void olderSubscriptionReportsAreReadByTheNamesOfToday() {
        SubscriptionRow row =
                new SubscriptionRow(GoldenFiles.rows("subscription-older").get(0));

        assertThat(row.standardSubscriptionDuration()).isEqualTo("1 Month");
        assertThat(row.subscriptionOfferName()).isEqualTo("Autumn");
        assertThat(row.activeStandardPriceSubscriptions()).isEqualTo(11);
        assertThat(row.subscribers()).isNull();
    }

    @Test
    void someDetailReportsLackColumns() {
        List<FinanceDetailRow> rows = GoldenFiles.rows("finance-detail-fewer-columns").stream()
                .map(FinanceDetailRow::new)
                .toList();

        assertThat(rows).extracting(FinanceDetailRow::developerName).containsOnlyNulls();
        assertThat(rows).extracting(FinanceDetailRow::countryOfSale).containsOnly("DE");
        assertThat(rows).extracting(FinanceDetailRow::quantity).containsExactly(2L, -1L);
    }

    @Test
    void refundsOfSubscribersAreMarked() {
        assertThat(new SubscriberRow(GoldenFiles.rows("subscriber").get(0)).isRefund())
                .isTrue();
        assertThat(new SubscriberRow(ReportFiles.row("Subscriber ID\tRefund\n", "1\t \n")).isRefund())
                .isFalse();
    }

    /** The accessors that read one cell, by their lower-case names. */
    private static Map<String, Method> accessors(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && method.getParameterCount() == 0)
                .filter(method -> Set.of(String.class, BigDecimal.class, Long.class, LocalDate.class)
                        .contains(method.getReturnType()))
                .filter(method -> !Set.of("toString", "appSku").contains(method.getName()))
                .collect(Collectors.toMap(method -> key(method.getName()), method -> method));
    }

    private static @Nullable Object value(ReportRow row, String column, Method accessor) {
        if (accessor.getReturnType() == BigDecimal.class) {
            return row.decimal(column);
        }
        if (accessor.getReturnType() == Long.class) {
            return row.integer(column);
        }
        return accessor.getReturnType() == LocalDate.class ? row.date(column) : row.text(column);
    }

    private static String key(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
    }
}
