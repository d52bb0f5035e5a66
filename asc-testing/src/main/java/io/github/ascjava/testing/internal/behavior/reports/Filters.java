package io.github.ascjava.testing.internal.behavior.reports;

import io.github.ascjava.testing.internal.behavior.common.Account;
import io.github.ascjava.testing.internal.behavior.common.Refusals;
import io.github.ascjava.testing.internal.http.ApiErrorException;
import io.github.ascjava.testing.internal.http.ApiRequest;
import io.github.ascjava.testing.internal.http.ErrorKind;

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
        String number = required(VENDOR, request);
        if (!number.chars().allMatch(Character::isDigit)) {
            throw ErrorKind.UNEXPECTED.refusal(
                    "An unexpected error occurred on the server side. If this issue continues, contact us at"
                            + " https://developer.apple.com/contact/.");
        }
        if (!number.equals(account.vendorNumber())) {
            throw invalidVendor();
        }
    }

    static ApiErrorException invalidVendor() {
        return Refusals.parameter(VENDOR, "Invalid vendor number specified. Try again.");
    }

    /** The error for a report without rows. */
    static ApiErrorException noSales() {
        return ErrorKind.NOT_FOUND.refusal("There were no sales for the date specified.");
    }
}
