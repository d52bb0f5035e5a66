package io.github.ascjava.testing.internal.behavior.reports;

import io.github.ascjava.testing.internal.behavior.common.Account;
import io.github.ascjava.testing.internal.behavior.common.Dates;
import io.github.ascjava.testing.internal.catalog.OperationShape;
import io.github.ascjava.testing.internal.engine.ResourceHook;
import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.http.ApiAnswer;
import io.github.ascjava.testing.internal.http.ApiRequest;
import io.github.ascjava.testing.internal.http.Errors;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Financial reports of fiscal months, whose tables are followed by lines that are not rows. */
record FinanceReports(Account account, Gzip gzip) implements ResourceHook {

    private static final String REGION = "filter[regionCode]";
    private static final String DATE = "filter[reportDate]";
    private static final String ALL_REGIONS = "ZZ";
    private static final String DETAIL = "Z1";
    private static final ReportTemplate FINANCIAL_TABLE = ReportTemplate.read("financial.tsv");
    private static final ReportTemplate DETAIL_TABLE = ReportTemplate.read("finance-detail.tsv");

    /** A month ends on a Saturday, and its report is there on the first Friday of the next one. */
    private static final int DAYS_TO_MAKE = 6;

    @Override
    public @Nullable ApiAnswer answer(OperationShape operation, ApiRequest request, SandboxState world) {
        if (!operation.is("GET", "/v1/financeReports")) {
            return null;
        }
        boolean detail = Filters.required("filter[reportType]", request).equals("FINANCE_DETAIL");
        String region = Filters.required(REGION, request);
        FiscalMonth month = month(Filters.required(DATE, request));
        Filters.requireVendor(account, request);
        LocalDate today = world.clock().instant().atZone(Dates.PACIFIC).toLocalDate();
        List<Sale> sales =
                today.isBefore(month.last().plusDays(DAYS_TO_MAKE)) ? List.of() : paid(month, region, detail, world);
        if (sales.isEmpty()) {
            // A future month, a month without sales and an unknown region have the same text
            // (docs/live-service.md#finance-details-come-for-one-region).
            throw Filters.noSales();
        }
        return ApiAnswer.of(
                200, SalesReports.GZIP, gzip.pack(detail ? detail(month, sales) : financial(month, region, sales)));
    }

    /** Free downloads have no proceeds, so they are not in financial reports. */
    private static List<Sale> paid(FiscalMonth month, String region, boolean detail, SandboxState world) {
        boolean all = region.equals(detail ? DETAIL : ALL_REGIONS);
        return Sale.daily(month.first(), month.last(), Product.all(world)).stream()
                .filter(sale -> sale.isPaid()
                        && (all
                                || (!detail
                                        && sale.place().words().get("region").equals(region))))
                .toList();
    }

    /** Writes the report of a region, which ends with its totals, or that of all regions, with a second table. */
    private String financial(FiscalMonth month, String region, List<Sale> sales) {
        List<Sale> rows = Sale.sum(sales, sale -> inFinance(sale).within(month.first(), month.last()));
        String table = table(FINANCIAL_TABLE, rows)
                + ReportTemplate.line(List.of("Total_Rows", Integer.toString(rows.size())));
        if (region.equals(ALL_REGIONS)) {
            return table + byCountry(rows);
        }
        BigDecimal amount = rows.stream().map(Sale::extendedProceeds).reduce(BigDecimal.ZERO, BigDecimal::add);
        int units = rows.stream().mapToInt(Sale::units).sum();
        return table
                + ReportTemplate.line(List.of("Total_Amount", amount.toPlainString()))
                + ReportTemplate.line(List.of("Total_Units", Integer.toString(units)));
    }

    /** Writes rows for each day, between three lines about the report and a second table. */
    private String detail(FiscalMonth month, List<Sale> sales) {
        List<Sale> rows = Sale.sum(sales, FinanceReports::inFinance);
        return ReportTemplate.line(List.of("Vendor Name", account.teamName()))
                + ReportTemplate.line(List.of("Start Date", Sale.MONTH_FIRST.format(month.first())))
                + ReportTemplate.line(List.of("End Date", Sale.MONTH_FIRST.format(month.last())))
                + table(DETAIL_TABLE, rows)
                + byCountry(rows);
    }

    /** Financial reports tell neither devices apart nor new subscriptions and renewals. */
    private static Sale inFinance(Sale sale) {
        Place place = same(sale.place(), Place.ALL, each -> each.words().get("country"));
        Kind kind = same(sale.kind(), Kind.ALL, each -> each.words().get("type") + each.isRefund() + each.isPriced());
        return new Sale(sale.first(), sale.last(), sale.product(), kind, place, sale.units());
    }

    /** Returns the first one that has the same key. */
    private static <T> T same(T one, List<T> all, Function<T, String> key) {
        return all.stream()
                .filter(each -> key.apply(each).equals(key.apply(one)))
                .findFirst()
                .orElse(one);
    }

    private String table(ReportTemplate template, List<Sale> rows) {
        return template.text(rows.stream().map(sale -> sale.fields(account)));
    }

    private static String byCountry(List<Sale> sales) {
        Map<String, Integer> units = new TreeMap<>();
        Map<String, BigDecimal> shares = new TreeMap<>();
        for (Sale sale : sales) {
            String country = sale.place().words().get("country") + "\t"
                    + sale.place().currency().code();
            units.merge(country, sale.units(), Integer::sum);
            shares.merge(country, sale.extendedProceeds(), BigDecimal::add);
        }
        StringBuilder text = new StringBuilder(ReportTemplate.line(
                List.of("Country Of Sale", "Partner Share Currency", "Quantity", "Extended Partner Share")));
        units.forEach((country, count) -> text.append(
                ReportTemplate.line(List.of(country, count.toString(), String.valueOf(shares.get(country))))));
        return text.toString();
    }

    private static FiscalMonth month(String date) {
        try {
            return FiscalMonth.of(YearMonth.parse(date));
        } catch (DateTimeParseException e) {
            throw Errors.refusal("reports.fiscal-month", DATE, date);
        }
    }
}
