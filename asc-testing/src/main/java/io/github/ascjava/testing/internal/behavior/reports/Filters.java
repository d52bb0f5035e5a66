package io.github.ascjava.testing.internal.behavior.reports;

import io.github.ascjava.testing.internal.behavior.common.Account;
import io.github.ascjava.testing.internal.http.ApiErrorException;
import io.github.ascjava.testing.internal.http.ApiRequest;
import io.github.ascjava.testing.internal.http.Errors;

/** Reads the query parameters that reports require. */
final class Filters {

    private static final String VENDOR = "filter[vendorNumber]";

    private Filters() {}

    /** Returns a parameter that the document requires, so that the engine has rejected requests without it. */
    static String required(String name, ApiRequest request) {
        return String.valueOf(request.url().queryParameter(name));
    }

    /** Rejects other vendors (docs/live-service.md#a-day-without-sales-is-not-found). */
    static void requireVendor(Account account, ApiRequest request) {
        String number = required(VENDOR, request);
        if (!number.chars().allMatch(Character::isDigit)) {
            throw Errors.refusal("unexpected-short");
        }
        if (!number.equals(account.vendorNumber())) {
            throw invalidVendor();
        }
    }

    static ApiErrorException invalidVendor() {
        return Errors.refusal("reports.vendor", VENDOR);
    }

    /** The error for a report without rows. */
    static ApiErrorException noSales() {
        return Errors.refusal("no-sales");
    }
}
