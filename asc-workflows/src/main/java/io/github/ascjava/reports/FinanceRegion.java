package io.github.ascjava.reports;

import java.io.Serializable;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A region of finance reports.
 *
 * <p>Apple does not check regions: one that does not exist looks like a month without sales
 * (docs/live-service.md#finance-details-come-for-one-region). {@link #of} therefore accepts the regions of Apple's table
 * only; the constructor accepts any code, such as one that Apple added later.
 *
 * @param code two uppercase letters or digits
 * @see <a href="https://developer.apple.com/help/app-store-connect/reference/financial-report-regions-and-currencies">
 *     Financial report regions and currencies</a>
 * @since 0.1.0
 */
public record FinanceRegion(String code) implements Serializable {

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9]");

    /** All regions in one file. */
    public static final FinanceRegion ALL = new FinanceRegion("ZZ");

    /** The only region of FINANCE_DETAIL reports, which covers all others. */
    static final FinanceRegion DETAIL = new FinanceRegion("Z1");

    private static final Set<String> KNOWN = new TreeSet<>(List.of(
            ("AE AP AU BG BR CA CH CL CN CO CZ DK EG EU GB HK HR HU ID IL IN JP KR KZ LL MX MY NG NO NZ PE PH PK PL QA RO"
                            + " RU SA SE SG TH TR TW TZ US VN WW ZA ZZ")
                    .split(" ", -1)));

    /**
     * Checks the form.
     *
     * @throws IllegalArgumentException if the code does not have two such characters
     */
    public FinanceRegion {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException(
                    "The code of a finance region is two uppercase letters, but was '" + code + "'.");
        }
    }

    /**
     * Returns a region of Apple's table.
     *
     * @param code such as {@code US}, {@code EU} or {@code WW}; {@code ZZ} for all regions
     * @throws IllegalArgumentException if the table has no such code; the message lists all
     */
    public static FinanceRegion of(String code) {
        if (!KNOWN.contains(code)) {
            throw new IllegalArgumentException("There is no finance region '" + code + "'. Apple's table has "
                    + String.join(", ", KNOWN) + ". Use the constructor for a region that Apple added later.");
        }
        return new FinanceRegion(code);
    }

    /** Returns the code. */
    @Override
    public String toString() {
        return code;
    }
}
