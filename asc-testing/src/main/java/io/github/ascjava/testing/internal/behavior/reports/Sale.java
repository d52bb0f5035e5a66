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
                    if (product.kinds().contains(kind.of())) {
                        addDay(day, product, kind, sales);
                    }
                }
            }
        }
        return sales;
    }

    private static void addDay(LocalDate day, Product product, Kind kind, List<Sale> sales) {
        if (kind.sign() < 0 && product.dollars().signum() == 0) {
            return;
        }
        for (Place place : Place.ALL) {
            int units = kind.units(day, product.appleId(), place);
            if (units != 0) {
                sales.add(new Sale(day, day, product, kind, place, units));
            }
        }
    }

    /** Adds up the sales that a function makes equal, apart from their units. */
    static List<Sale> sum(List<Sale> sales, UnaryOperator<Sale> group) {
        Map<Sale, Integer> sums = new LinkedHashMap<>();
        sales.forEach(sale -> sums.merge(group.apply(sale).withUnits(0), sale.units, Integer::sum));
        return sums.entrySet().stream()
                .map(sum -> sum.getKey().withUnits(sum.getValue()))
                .toList();
    }

    Sale withUnits(int number) {
        return new Sale(first, last, product, kind, place, number);
    }

    Sale within(LocalDate from, LocalDate to) {
        return new Sale(from, to, product, kind, place, units);
    }

    /** Returns the same sale with what financial reports tell apart. */
    Sale inFinance() {
        return new Sale(first, last, product, kind.inFinance(), place.ofAllDevices(), units);
    }

    /** Returns whether money was paid or given back. */
    boolean isPaid() {
        return dollars().signum() > 0;
    }

    /** Returns the proceeds of all units, negative for refunds. */
    BigDecimal extendedProceeds() {
        return Currency.proceeds(place.price(dollars())).multiply(BigDecimal.valueOf(units));
    }

    private BigDecimal dollars() {
        return kind.priced() ? product.dollars() : BigDecimal.ZERO;
    }

    /** Returns what reports say about the sale, by the name of the field. */
    Map<String, String> fields(Account account) {
        Map<String, String> fields = new HashMap<>(product.words());
        fields.putAll(kind.words());
        fields.put("developer", account.teamName());
        fields.put("day", first.toString());
        fields.put("begin", MONTH_FIRST.format(first));
        fields.put("end", MONTH_FIRST.format(last));
        fields.put("country", place.country());
        fields.put("device", place.device());
        fields.put("region", place.region());
        fields.put("currency", place.currency());
        fields.put("units", Integer.toString(units));
        fields.put("quantity", Integer.toString(Math.abs(units)));
        fields.put("saleOrReturn", units < 0 ? "R" : "S");
        fields.put("refund", units < 0 ? "Yes" : "");
        fields.put("purchaseDate", units < 0 ? MONTH_FIRST.format(first) : "");
        boolean renewed = kind.name().equals("renewal");
        fields.put("paidPeriods", renewed ? "2" : "1");
        fields.put("originalStart", MONTH_FIRST.format(renewed ? first.minus(product.period()) : first));
        BigDecimal price = place.price(dollars());
        BigDecimal proceeds = Currency.proceeds(price);
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
