package io.github.ascjava.testing.internal.behavior.reports;

import io.github.ascjava.testing.internal.engine.SandboxState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The sales or refunds of a product in a country within some days.
 *
 * @param units negative for refunds
 */
record Sale(Product product, Market market, String device, int units) {

    private static final double GIVEN_BACK = 0.02;
    private static final int ON_IPAD_OF_TEN = 3;

    /** On some days there are no sales. */
    private static final int DAYS_PER_QUIET_DAY = 40;

    /** Returns the total sales of some days; the same days always give the same sales. */
    static List<Sale> within(LocalDate first, LocalDate last, SandboxState world) {
        List<Product> products = Product.all(world);
        Map<Sale, Integer> sums = new LinkedHashMap<>();
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            for (Sale sale : on(day, products)) {
                // The key for grouping: the sale with its units reduced to their sign.
                Sale kind = new Sale(sale.product, sale.market, sale.device, Integer.signum(sale.units));
                sums.merge(kind, sale.units, Integer::sum);
            }
        }
        List<Sale> sales = new ArrayList<>();
        sums.forEach((kind, units) -> sales.add(new Sale(kind.product, kind.market, kind.device, units)));
        return sales;
    }

    private static List<Sale> on(LocalDate day, List<Product> products) {
        List<Sale> sales = new ArrayList<>();
        if (SeededRandom.of(day.toEpochDay()).below(DAYS_PER_QUIET_DAY) == 0) {
            return sales;
        }
        for (Product product : products) {
            for (Market market : Market.ALL) {
                SeededRandom chance =
                        SeededRandom.of(product.kind(), product.appleId(), market.country(), day.toEpochDay());
                int units = chance.times(product.perDay() * market.share());
                if (units > 0) {
                    String device = chance.below(10) < ON_IPAD_OF_TEN ? "iPad" : "iPhone";
                    sales.add(new Sale(product, market, device, units));
                    if (product.dollars().signum() > 0 && chance.fraction() < GIVEN_BACK) {
                        sales.add(new Sale(product, market, device, -1));
                    }
                }
            }
        }
        return sales;
    }
}
