package io.github.ascjava.testing.internal.behavior.reports;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Something that happens to products, such as a download or a renewal, and how often; from {@code kinds.tsv}.
 *
 * @param of the products it happens to
 * @param sign -1 for refunds, otherwise 1
 * @param words what reports call it
 * @param quietDays the days of a cycle on which it does not happen
 * @param amounts the amounts on the other days of a cycle
 */
record Kind(
        String name,
        String of,
        String productType,
        int sign,
        boolean priced,
        Map<String, String> words,
        Set<Integer> quietDays,
        List<Integer> amounts) {

    static final int CYCLE = 29;

    static final List<Kind> ALL =
            ReportFiles.rows("kinds.tsv").stream().map(Kind::read).toList();

    /** The first day of one of the cycles. */
    private static final LocalDate START = LocalDate.of(2026, 11, 19);

    private static final int TENTHS = 10;

    static Kind named(String name) {
        return ALL.stream().filter(kind -> kind.name.equals(name)).findFirst().orElseThrow();
    }

    private static Kind read(ReportFiles.Row row) {
        List<Integer> quiet = numbers(row.get("quiet"));
        return new Kind(
                row.get("kind"),
                row.get("of"),
                row.get("type"),
                Integer.parseInt(row.get("sign")),
                row.get("priced").equals("yes"),
                row.cells(),
                Set.copyOf(quiet),
                numbers(row.get("amounts")));
    }

    private static List<Integer> numbers(String text) {
        return Arrays.stream(text.split(" ", -1)).map(Integer::valueOf).collect(Collectors.toUnmodifiableList());
    }

    static int dayOfCycle(LocalDate day) {
        return Math.floorMod(ChronoUnit.DAYS.between(START, day), CYCLE);
    }

    /** Returns whether it is a sale, free of charge or not, or a refund. */
    boolean isSale() {
        return !productType.isEmpty();
    }

    /** Returns the units of a day, negative for refunds; the same day always gives the same units. */
    int units(LocalDate day, String appleId, Place place) {
        int dayOfCycle = dayOfCycle(day);
        if (quietDays.contains(dayOfCycle)) {
            return 0;
        }
        int busyDays = dayOfCycle;
        for (int quiet : quietDays) {
            if (quiet < dayOfCycle) {
                busyDays--;
            }
        }
        int shift = Objects.hash(name, appleId, place.country(), place.device());
        return sign * (amounts.get(Math.floorMod(busyDays + shift, amounts.size())) * place.weight() / TENTHS);
    }

    /** Returns the kind that stands for all those that financial reports do not tell apart. */
    Kind inFinance() {
        return ALL.stream()
                .filter(kind -> kind.priced && kind.sign == sign && kind.productType.equals(productType))
                .findFirst()
                .orElseThrow();
    }
}
