package io.github.ascjava.testing.internal.behavior.reports;

import io.github.ascjava.testing.internal.behavior.common.Account;
import io.github.ascjava.testing.internal.behavior.common.Currency;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * What happened to a product in a place within some days. All reports are made from these, so they agree.
 *
 * @param units negative for refunds
 */
record Sale(LocalDate first, LocalDate last, Product product, Kind kind, Place place, int units) {

    static final DateTimeFormatter MONTH_FIRST = DateTimeFormatter.ofPattern("MM/dd/yyyy", Locale.ROOT);

    /** Returns the sales of each of some days; the same days always give the same sales. */
    static List<Sale> daily(LocalDate first, LocalDate last, List<Product> products) {
        List<Sale> sales = new ArrayList<>();
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            for (Product product : products) {
                for (Kind kind : Kind.ALL) {
                    if (product.has(kind)) {
                        addDay(day, product, kind, sales);
                    }
                }
            }
        }
        return sales;
    }

    private static void addDay(LocalDate day, Product product, Kind kind, List<Sale> sales) {
        for (Place place : Place.ALL) {
            int units = kind.units(day, product, place);
            if (units != 0) {
                sales.add(new Sale(day, day, product, kind, place, units));
            }
        }
    }

    /** Returns the sales of some days together. */
    static List<Sale> total(LocalDate first, LocalDate last, List<Product> products, Predicate<Sale> wanted) {
        List<Sale> sales = daily(first, last, products).stream().filter(wanted).toList();
        return sum(sales, sale -> sale.within(first, last));
    }

    /** Adds up the sales that a function makes equal, apart from their units. */
    static List<Sale> sum(List<Sale> sales, UnaryOperator<Sale> group) {
        Map<Sale, Integer> sums = new LinkedHashMap<>();
        sales.forEach(sale -> sums.merge(group.apply(sale).withUnits(0), sale.units, Integer::sum));
        List<Sale> summed = new ArrayList<>();
        sums.forEach((sale, sum) -> summed.add(sale.withUnits(sum)));
        return summed;
    }

    private Sale withUnits(int number) {
        return new Sale(first, last, product, kind, place, number);
    }

    Sale within(LocalDate from, LocalDate to) {
        return new Sale(from, to, product, kind, place, units);
    }

    /** Returns whether money was paid or given back. */
    boolean isPaid() {
        return dollars().signum() > 0;
    }

    /** Returns the proceeds of all units, negative for refunds. */
    BigDecimal extendedProceeds() {
        return Currency.proceeds(place.currency().price(dollars())).multiply(BigDecimal.valueOf(units));
    }

    private BigDecimal dollars() {
        return kind.isPriced() ? product.dollars() : BigDecimal.ZERO;
    }

    /** Returns what reports say about the sale, by the name of the field. */
    Map<String, String> fields(Account account) {
        Map<String, String> fields = new HashMap<>(product.words().all());
        fields.putAll(kind.words().all());
        fields.putAll(place.words().all());
        fields.put("developer", account.teamName());
        fields.put("day", first.toString());
        fields.put("begin", MONTH_FIRST.format(first));
        fields.put("end", MONTH_FIRST.format(last));
        fields.put("originalStart", MONTH_FIRST.format(kind.is("renewal") ? first.minus(product.period()) : first));
        fields.put("units", Integer.toString(units));
        fields.put("quantity", Integer.toString(Math.abs(units)));
        fields.put("saleOrReturn", units < 0 ? "R" : "S");
        fields.put("refund", units < 0 ? "Yes" : "");
        fields.put("purchaseDate", units < 0 ? MONTH_FIRST.format(first) : "");
        BigDecimal price = place.currency().price(dollars());
        BigDecimal proceeds = Currency.proceeds(price);
        fields.put("currency", place.currency().code());
        fields.put("price", price.toPlainString());
        fields.put("proceeds", proceeds.toPlainString());
        // Refunds have a negative price, but positive proceeds (docs/live-service.md#refunds-have-positive-proceeds).
        fields.put("salePrice", decimal(units < 0 ? price.negate() : price));
        fields.put("saleProceeds", decimal(proceeds));
        fields.put("extended", extendedProceeds().toPlainString());
        BigDecimal number = BigDecimal.valueOf(units);
        fields.put("salesUsd", dollars().multiply(number).toPlainString());
        fields.put("proceedsUsd", Currency.proceeds(dollars()).multiply(number).toPlainString());
        return fields;
    }

    /** Writes a number as in sales reports (docs/live-service.md#sales-reports-omit-the-leading-zero). */
    private static String decimal(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.toPlainString().replaceFirst("^(-?)0\\.", "$1.");
    }
}
