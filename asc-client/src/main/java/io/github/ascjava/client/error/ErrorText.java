package io.github.ascjava.client.error;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Formats an error response as one line. */
final class ErrorText {

    private static final int LONGEST_RAW = 200;
    /** Apple's longest details list the values of an enumeration. */
    private static final int LONGEST_MEMBER = 2_000;
    /** A version with dozens of localizations can have as many errors. */
    private static final int MOST_ASSOCIATED = 5;
    /** Line breaks and blanks, and control characters that a terminal would act upon. */
    private static final Pattern BREAKS = Pattern.compile("[\\s\\p{Cc}\\u2028\\u2029]+");

    private ErrorText() {}

    static String of(ErrorResponse answer) {
        List<ApiError> errors = answer.errors();
        if (errors.isEmpty()) {
            return withAdvice("status " + answer.status() + raw(answer.rawBody()), answer);
        }
        StringBuilder text =
                new StringBuilder().append(answer.status()).append(' ').append(of(errors.get(0)));
        appendAssociated(text, errors);
        if (errors.size() > 1) {
            text.append(" (+").append(errors.size() - 1).append(" more)");
        }
        return withAdvice(oneLine(text.toString()), answer);
    }

    /** Associated errors of any error are the actual reason. */
    private static void appendAssociated(StringBuilder text, List<ApiError> errors) {
        int told = 0;
        int untold = 0;
        for (ApiError error : errors) {
            for (Map.Entry<String, List<ApiError>> associated :
                    error.associatedErrors().entrySet()) {
                int more =
                        Math.min(MOST_ASSOCIATED - told, associated.getValue().size());
                untold += associated.getValue().size() - more;
                if (more > 0) {
                    told += more;
                    text.append("; ")
                            .append(associated.getKey())
                            .append(": ")
                            .append(associated.getValue().stream()
                                    .limit(more)
                                    .map(ErrorText::of)
                                    .collect(Collectors.joining(", ")));
                }
            }
        }
        if (untold > 0) {
            text.append("; and ").append(untold).append(" more associated errors");
        }
    }

    /** Only some of Apple's sentences end with a period. */
    private static String withAdvice(String text, ErrorResponse answer) {
        String end = text.endsWith(".") ? " " : ". ";
        return answer.advice() == null ? text : text + end + answer.advice();
    }

    private static String of(ApiError error) {
        String place = Stream.of(error.pointer(), error.parameter())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", ", " [", "]"));
        String said = orElse(error.detail(), orElse(error.title(), ""));
        String code = orElse(error.code(), "without a code");
        return shortened(code)
                + (place.length() > 3 ? shortened(place) : "")
                + (said.isBlank() ? "" : " " + shortened(said));
    }

    /** A blank text says as little as none. */
    private static String orElse(@Nullable String text, String other) {
        return text == null || text.isBlank() ? other : text;
    }

    /** The whole text is in {@link ApiException#errors()}. */
    private static String shortened(String text) {
        return text.length() > LONGEST_MEMBER ? text.substring(0, LONGEST_MEMBER) + "..." : text;
    }

    private static String raw(String body) {
        String line = oneLine(body);
        if (line.isEmpty()) {
            return " without a body.";
        }
        return " with a body that is not an error document: "
                + (line.length() > LONGEST_RAW ? line.substring(0, LONGEST_RAW) + "..." : line);
    }

    static String oneLine(String text) {
        return BREAKS.matcher(text).replaceAll(" ").strip();
    }
}
