package io.github.ascjava.release.internal;

import io.github.ascjava.client.error.ApiError;
import io.github.ascjava.client.error.ApiException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the texts of rejected submissions say, because their codes do not. */
public final class SubmissionErrors {

    /** Apple names the submission in the text only (docs/live-service.md#one-review-submission-at-a-time). */
    private static final Pattern OTHER_SUBMISSION =
            Pattern.compile("another reviewSubmissions? with id '?([0-9A-Za-z-]+)'?");

    private SubmissionErrors() {}

    /** Returns the ID of the submission that is in the way. */
    public static Optional<String> otherSubmission(ApiException exception) {
        return details(exception)
                .map(OTHER_SUBMISSION::matcher)
                .filter(Matcher::find)
                .map(matcher -> matcher.group(1))
                .findFirst();
    }

    /**
     * Returns whether Apple asks for patience and has no other objection
     * (docs/live-service.md#review-items-need-a-ready-version).
     */
    public static boolean isTooEarly(ApiException exception) {
        return associated(exception).findAny().isPresent()
                && associated(exception).allMatch(SubmissionErrors::asksForPatience);
    }

    private static boolean asksForPatience(ApiError error) {
        return error.detail() != null && error.detail().toLowerCase(Locale.ROOT).contains("try again later");
    }

    private static Stream<ApiError> associated(ApiException exception) {
        return exception.errors().stream()
                .flatMap(error -> error.associatedErrors().values().stream())
                .flatMap(errors -> errors.stream());
    }

    private static Stream<String> details(ApiException exception) {
        return Stream.concat(exception.errors().stream(), associated(exception))
                .flatMap(error -> Stream.ofNullable(error.detail()));
    }
}
