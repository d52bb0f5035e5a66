package io.github.ascjava.reports;

import io.github.ascjava.client.error.ApiError;
import io.github.ascjava.client.error.ApiException;
import io.github.ascjava.client.error.ErrorResponse;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Explains the errors of report requests whose texts mislead or lack the next step. */
final class ReportAdvice {

    private static final Pattern LATEST = Pattern.compile("latest version for this report is (\\d+_\\d+)");
    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;

    private ReportAdvice() {}

    /** Returns the version that Apple names when it rejects another one. */
    static Optional<String> latestVersion(ApiException failure) {
        return details(failure)
                .map(LATEST::matcher)
                .filter(Matcher::find)
                .map(version -> version.group(1))
                .findFirst();
    }

    /**
     * Returns whether Apple blames the vendor number, which it also does where a vendor has no data
     * (docs/live-service.md#vendor-numbers-are-blamed).
     */
    static boolean blamesVendor(ApiException failure) {
        return failure.status() == BAD_REQUEST
                && details(failure).anyMatch(detail -> detail.contains("Invalid vendor number"));
    }

    /** Returns the same failure with advice, or itself if there is none. */
    static ApiException advised(ApiException failure, ReportRequest request) {
        String advice = advice(failure, request);
        return advice == null ? failure : with(failure, advice);
    }

    /** Returns the same failure with other advice. */
    static ApiException with(ApiException failure, String advice) {
        ErrorResponse response = new ErrorResponse(
                failure.status(),
                failure.errors(),
                failure.rawBody(),
                failure.requestId(),
                failure.rateLimit(),
                failure.retryAfter(),
                failure.advice().map(known -> known + " ").orElse("") + advice);
        ApiException advised = ApiException.of(failure.operation(), response, failure.attempts(), null);
        advised.addSuppressed(failure);
        return advised;
    }

    private static @Nullable String advice(ApiException failure, ReportRequest request) {
        if (failure.status() == FORBIDDEN) {
            return forbidden(failure, request);
        }
        Optional<String> latest = latestVersion(failure);
        if (latest.isPresent()) {
            return "Request version " + latest.get() + " with withVersion(\"" + latest.get()
                    + "\"), or let orLatestVersion() do so.";
        }
        return blamesVendor(failure)
                ? "Compare the vendor number " + request.vendorNumber()
                        + " with the one in Payments and Financial Reports"
                        + " of App Store Connect. Apple sends the same error for a report that the vendor does not have."
                : null;
    }

    /** Other reasons for a 403, such as an agreement, have advice already. */
    private static @Nullable String forbidden(ApiException failure, ReportRequest request) {
        boolean role = details(failure).anyMatch(detail -> detail.contains("API key in use does not allow"));
        if (failure.advice().isPresent() && !role) {
            return null;
        }
        return request instanceof SalesReportRequest
                ? "Sales reports need the role Admin, Finance or Sales."
                : "Finance reports need the role Admin or Finance.";
    }

    private static Stream<String> details(ApiException failure) {
        return failure.errors().stream().map(ApiError::detail).filter(Objects::nonNull);
    }
}
