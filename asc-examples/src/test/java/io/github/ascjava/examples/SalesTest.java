package io.github.ascjava.examples;

import io.github.ascjava.testing.Answer;

/** A test of sales, with reports of its own where the sandbox's are not special enough. */
abstract class SalesTest extends SandboxedTest {

    static final String VENDOR = "85012345";
    /** The newest day that is due: it is early morning of the 24th in California. */
    static final String NEWEST = "2026-11-22";
    /** The sandbox sells nothing on it. */
    static final String QUIET = "2026-11-19";

    private static final String HEADER =
            "SKU\tTitle\tUnits\tDeveloper Proceeds\tBegin Date\tCountry Code\tCurrency of Proceeds"
                    + "\tParent Identifier\n";

    /** Answers the next request for a report. */
    void nextReport(String... lines) {
        sandbox.on("GET", "/v1/salesReports")
                .answerNext(Answer.of(200, "application/a-gzip", HEADER + String.join("\n", lines) + "\n"));
    }

    /** Returns a line of a report of the app with the SKU {@code A}, with a date as Apple writes it. */
    static String line(String title, String units, String proceeds, String country, String currency) {
        return String.join("\t", "A", title, units, proceeds, "11/22/2026", country, currency, " ");
    }

    long reportRequests() {
        return sandbox.requests().stream()
                .filter(request -> request.path().equals("/v1/salesReports"))
                .count();
    }
}
