package io.github.ascjava.testing.internal.behavior.reports;

import io.github.ascjava.testing.internal.behavior.common.Account;
import io.github.ascjava.testing.internal.behavior.common.Dates;
import io.github.ascjava.testing.internal.behavior.common.Refusals;
import io.github.ascjava.testing.internal.catalog.OperationShape;
import io.github.ascjava.testing.internal.engine.ResourceHook;
import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.http.ApiAnswer;
import io.github.ascjava.testing.internal.http.ApiRequest;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Financial reports of fiscal months. */
final class FinanceReports implements ResourceHook {

    private static final String REGION = "filter[regionCode]";
    private static final String DATE = "filter[reportDate]";
    private static final String ALL_REGIONS = "ZZ";
    private static final String DETAIL = "Z1";

    /** The delay between the end of a month and its report. */
    private static final int DAYS_TO_MAKE = 5;

    private final Account account;

    FinanceReports(Account account) {
        this.account = account;
    }

    @Override
    public @Nullable ApiAnswer answer(OperationShape operation, ApiRequest request, SandboxState world) {
        if (!operation.is("GET", "/v1/financeReports")) {
            return null;
        }
        boolean detail = Filters.required("filter[reportType]", request).equals("FINANCE_DETAIL");
        String region = Filters.required(REGION, request);
        FiscalMonth month = month(Filters.required(DATE, request));
        Filters.requireVendor(account, request);
        requireRegion(region, detail);
        LocalDate today = world.clock().instant().atZone(Dates.PACIFIC).toLocalDate();
        List<Sale> sales =
                today.isBefore(month.last().plusDays(DAYS_TO_MAKE)) ? List.of() : sales(month, region, world);
        if (sales.isEmpty()) {
            // A future month and a month without sales have the same text
            // (docs/live-service.md#a-day-without-sales-is-not-found).
            throw SalesReports.noSales();
        }
        FinanceTables tables = new FinanceTables(account, month, sales);
        String text = detail ? tables.detail() : region.equals(ALL_REGIONS) ? tables.consolidated() : tables.region();
        return ApiAnswer.of(200, SalesReports.GZIP, Gzip.pack(text));
    }

    /** Free downloads have no proceeds, so they are not in financial reports. */
    private static List<Sale> sales(FiscalMonth month, String region, SandboxState world) {
        return Sale.within(month.first(), month.last(), world).stream()
                .filter(sale -> sale.product().dollars().signum() > 0)
                .filter(sale ->
                        Set.of(ALL_REGIONS, DETAIL, sale.market().region()).contains(region))
                .toList();
    }

    private static FiscalMonth month(String date) {
        try {
            return FiscalMonth.of(YearMonth.parse(date));
        } catch (DateTimeParseException e) {
            throw Refusals.parameter(DATE, "'" + date + "' is not a valid fiscal month. The form is YYYY-MM.");
        }
    }

    private static void requireRegion(String region, boolean detail) {
        Set<String> regions = Market.ALL.stream().map(Market::region).collect(Collectors.toSet());
        boolean known = detail ? region.equals(DETAIL) : region.equals(ALL_REGIONS) || regions.contains(region);
        if (!known) {
            throw Refusals.parameter(REGION, "'" + region + "' is not a valid region code for this report type.");
        }
    }
}
