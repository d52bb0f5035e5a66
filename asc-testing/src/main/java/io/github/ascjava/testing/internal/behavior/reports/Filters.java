package io.github.ascjava.testing.internal.behavior.reports;

import io.github.ascjava.testing.internal.behavior.common.Account;
import io.github.ascjava.testing.internal.behavior.common.Refusals;
import io.github.ascjava.testing.internal.http.ApiRequest;

/** Reads the query parameters of reports. */
final class Filters {

    private static final String VENDOR = "filter[vendorNumber]";

    private Filters() {}

    static String required(String name, ApiRequest request) {
        String value = request.url().queryParameter(name);
        if (value == null || value.isEmpty()) {
            throw Refusals.requiredParameter(name);
        }
        return value;
    }

    static void requireVendor(Account account, ApiRequest request) {
        if (!required(VENDOR, request).equals(account.vendorNumber())) {
            throw Refusals.parameter(VENDOR, "Invalid vendor number specified. Try again.");
        }
    }
}
