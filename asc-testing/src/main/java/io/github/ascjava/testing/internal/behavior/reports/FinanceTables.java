package io.github.ascjava.testing.internal.behavior.reports;

import io.github.ascjava.testing.internal.behavior.common.Account;
import io.github.ascjava.testing.internal.behavior.common.Currency;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes financial reports, whose tables are followed by lines that are not rows. */
final class FinanceTables {

    private static final String FINANCIAL =
            "Start Date, End Date, UPC, ISRC/ISBN, Vendor Identifier, Quantity, Partner Share,"
                    + " Extended Partner Share, Partner Share Currency, Sale or Return, Apple Identifier,"
                    + " Artist/Show/Developer/Author, Title, Label/Studio/Network/Developer/Publisher, Grid,"
                    + " Product Type Identifier, ISAN/Other Identifier, Country Of Sale, Pre-order Flag, Promo Code,"
                    + " Customer Price, Customer Currency";
    private static final String DETAIL =
            "Transaction Date, Settlement Date, Apple Identifier, SKU, Title, Developer Name,"
                    + " Product Type Identifier, Country of Sale, Quantity, Partner Share, Extended Partner Share,"
                    + " Partner Share Currency, Customer Price, Customer Currency, Sale or Return, Promo Code,"
                    + " Order Type, Region";
    private static final String BY_COUNTRY =
            "Country Of Sale, Partner Share Currency, Quantity, Extended Partner Share";

    private final Account account;
    private final FiscalMonth month;
    private final List<Sale> sales;

    /** Creates a writer for the sales of a month. */
    FinanceTables(Account account, FiscalMonth month, List<Sale> sales) {
        this.account = account;
        this.month = month;
        this.sales = sales;
    }

    /** Writes the report of one region, which ends with its totals. */
    String region() {
        return financial().text()
                + Table.line(List.of("Total_Rows", Integer.toString(sales.size())))
                + Table.line(List.of(
                        "Total_Amount",
                        sales.stream()
                                .map(FinanceTables::share)
                                .reduce(BigDecimal.ZERO, BigDecimal::add)
                                .toPlainString()))
                + Table.line(List.of(
                        "Total_Units",
                        Integer.toString(sales.stream().mapToInt(Sale::units).sum())));
    }

    /** Writes the report of all regions, which ends with a second table, by country. */
    String consolidated() {
        Map<String, Integer> units = new TreeMap<>();
        Map<String, BigDecimal> shares = new TreeMap<>();
        for (Sale sale : sales) {
            String key = sale.market().country() + "\t" + sale.market().currency();
            units.merge(key, sale.units(), Integer::sum);
            shares.merge(key, share(sale), BigDecimal::add);
        }
        StringBuilder text = new StringBuilder(financial().text())
                .append(Table.line(List.of("Total_Rows", Integer.toString(sales.size()))))
                .append(new Table(BY_COUNTRY).text());
        units.forEach((key, count) ->
                text.append(Table.line(List.of(key, count.toString(), String.valueOf(shares.get(key))))));
        return text.toString();
    }

    /** Writes a row for each sale. */
    String detail() {
        Table table = new Table(DETAIL);
        for (Sale sale : sales) {
            row(table, sale)
                    .put("Transaction Date", SalesTable.MONTH_FIRST.format(month.first()))
                    .put("Settlement Date", SalesTable.MONTH_FIRST.format(month.last()))
                    .put("SKU", sale.product().sku())
                    .put("Developer Name", account.teamName())
                    .put("Country of Sale", sale.market().country())
                    .put("Region", sale.market().region());
        }
        return table.text();
    }

    private Table financial() {
        Table table = new Table(FINANCIAL);
        for (Sale sale : sales) {
            row(table, sale)
                    .put("Start Date", SalesTable.MONTH_FIRST.format(month.first()))
                    .put("End Date", SalesTable.MONTH_FIRST.format(month.last()))
                    .put("Vendor Identifier", sale.product().sku())
                    .put("Artist/Show/Developer/Author", account.teamName())
                    .put("Country Of Sale", sale.market().country());
        }
        return table;
    }

    /** Adds a row with the columns that both tables have. */
    private static Table.Row row(Table table, Sale sale) {
        BigDecimal price = sale.market().price(sale.product().dollars());
        return table.row()
                .put("Apple Identifier", sale.product().appleId())
                .put("Title", sale.product().title())
                .put("Product Type Identifier", sale.product().kind())
                .put("Quantity", sale.units())
                .put("Partner Share", Currency.proceeds(price))
                .put("Extended Partner Share", share(sale))
                .put("Partner Share Currency", sale.market().currency())
                .put("Customer Price", price)
                .put("Customer Currency", sale.market().currency())
                .put("Sale or Return", sale.units() < 0 ? "R" : "S");
    }

    private static BigDecimal share(Sale sale) {
        BigDecimal price = sale.market().price(sale.product().dollars());
        return Currency.proceeds(price).multiply(BigDecimal.valueOf(sale.units()));
    }
}
