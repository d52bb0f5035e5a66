package io.github.ascjava.reports;

import java.util.regex.Pattern;

/** Checks vendor numbers. */
final class VendorNumbers {

    private static final Pattern DIGITS = Pattern.compile("\\d+");

    private VendorNumbers() {}

    /** Rejects what Apple would answer with status 500 (docs/live-service.md#vendor-numbers-are-blamed). */
    static void check(String vendorNumber) {
        if (!DIGITS.matcher(vendorNumber).matches()) {
            throw new IllegalArgumentException("A vendor number consists of digits, but was '" + vendorNumber
                    + "'. App Store Connect shows it in Payments and Financial Reports.");
        }
    }
}
