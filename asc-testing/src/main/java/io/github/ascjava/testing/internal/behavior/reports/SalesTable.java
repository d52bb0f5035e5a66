package io.github.ascjava.testing.internal.behavior.reports;

import io.github.ascjava.testing.internal.behavior.common.Account;
import io.github.ascjava.testing.internal.behavior.common.Currency;
import io.github.ascjava.testing.internal.engine.SandboxState;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The sales summary, with the 28 columns of Apple's report. */
final class SalesTable {

    static final DateTimeFormatter MONTH_FIRST = DateTimeFormatter.ofPattern("MM/dd/yyyy", Locale.ROOT);

    private static final String COLUMNS =
            "Provider, Provider Country, SKU, Developer, Title, Version, Product Type Identifier, Units,"
                    + " Developer Proceeds, Begin Date, End Date, Customer Currency, Country Code,"
                    + " Currency of Proceeds, Apple Identifier, Customer Price, Promo Code, Parent Identifier,"
                    + " Subscription, Period, Category, CMB, Device, Supported Platforms, Proceeds Reason,"
                    + " Preserved Pricing, Client, Order Type";

    private SalesTable() {}

    static Table of(ReportPeriod period, Account account, SandboxState world) {
        Table table = new Table(COLUMNS);
        for (Sale sale : Sale.within(period.first(), period.last(), world)) {
            Product product = sale.product();
            Market market = sale.market();
            BigDecimal price = market.price(product.dollars());
            Table.Row row = table.row()
                    .put("Provider", "APPLE")
                    .put("Provider Country", "US")
                    .put("SKU", product.sku())
                    .put("Developer", account.teamName())
                    .put("Title", product.title())
                    .put("Version", product.version())
                    .put("Product Type Identifier", product.kind())
                    .put("Units", sale.units())
                    .put("Developer Proceeds", Currency.proceeds(price))
                    .put("Begin Date", MONTH_FIRST.format(period.first()))
                    .put("End Date", MONTH_FIRST.format(period.last()))
                    .put("Customer Currency", market.currency())
                    .put("Country Code", market.country())
                    .put("Currency of Proceeds", market.currency())
                    .put("Apple Identifier", product.appleId())
                    // Refunds have negative units and a negative price.
                    .put("Customer Price", sale.units() < 0 ? price.negate() : price)
                    .put("Period", product.period())
                    .put("Category", "Food & Drink")
                    .put("Device", sale.device())
                    .put("Supported Platforms", "iOS");
            if (!product.isApp()) {
                row.put("Parent Identifier", product.appSku());
            }
            if (product.isSubscription()) {
                row.put("Subscription", sale.units() % 3 == 0 ? "New" : "Renewal");
            }
        }
        return table;
    }
}
