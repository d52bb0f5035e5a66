package io.github.ascjava.testing.internal.behavior.reports;

import io.github.ascjava.testing.internal.behavior.reports.ReportFiles.Words;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Something that happens to products, such as a download or a renewal, and how often; from {@code kinds.tsv}.
 *
 * @param words what reports call it
 * @param quietDays the days of a cycle on which it does not happen
 * @param amounts the amounts on the other days of a cycle
 */
record Kind(Words words, List<Integer> quietDays, List<Integer> amounts) {

    static final int CYCLE = 29;

    static final List<Kind> ALL = ReportFiles.rows("kinds.tsv").stream()
            .map(row -> new Kind(row, numbers(row.get("quiet")), numbers(row.get("amounts"))))
            .toList();

    /** The first day of one of the cycles. */
    private static final LocalDate START = LocalDate.of(2026, 11, 19);

    private static final int TENTHS = 10;

    static Kind named(String name) {
        return ALL.stream().filter(kind -> kind.is(name)).findFirst().orElseThrow();
    }

    private static List<Integer> numbers(String text) {
        return Arrays.stream(text.split(" ", -1)).map(Integer::valueOf).toList();
    }

    static int dayOfCycle(LocalDate day) {
        return Math.floorMod(ChronoUnit.DAYS.between(START, day), CYCLE);
    }

    boolean is(String name) {
        return words.get("kind").equals(name);
    }

    /** Returns whether it is a sale, free of charge or not, or a refund. */
    boolean isSale() {
        return !words.get("type").isEmpty();
    }

    boolean isPriced() {
        return words.get("priced").equals("yes");
    }

    boolean isRefund() {
        return words.get("sign").equals("-1");
    }

    /** Returns the units of a day, negative for refunds; the same day always gives the same units. */
    int units(LocalDate day, Product product, Place place) {
        int dayOfCycle = dayOfCycle(day);
        if (quietDays.contains(dayOfCycle)) {
            return 0;
        }
        int quietBefore =
                (int) quietDays.stream().filter(quiet -> quiet < dayOfCycle).count();
        int shift = Objects.hash(
                words.get("kind"),
                product.appleId(),
                place.words().get("country"),
                place.words().get("device"));
        int amount = amounts.get(Math.floorMod(dayOfCycle - quietBefore + shift, amounts.size()));
        return amount * place.weight() / TENTHS * (isRefund() ? -1 : 1);
    }
}
