package io.github.ascjava.testing.internal.engine;

import io.github.ascjava.testing.internal.catalog.OperationShape;
import io.github.ascjava.testing.internal.http.ApiAnswer;
import io.github.ascjava.testing.internal.http.ApiRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** Selects the response of an operation that the request's Accept header allows. */
final class Accept {

    private Accept() {}

    /** Returns the response, or null if the request accepts none of them. */
    static OperationShape.@Nullable Answer pick(OperationShape operation, ApiRequest request) {
        OperationShape.Answer usual = operation.answer();
        List<String> ranges = ranges(request);
        if (ranges.isEmpty() || usual.contentType().isEmpty()) {
            return usual;
        }
        List<OperationShape.Answer> answers = new ArrayList<>(operation.answers());
        answers.remove(usual);
        answers.add(0, usual);
        for (String range : ranges) {
            for (OperationShape.Answer answer : answers) {
                if (includes(range, answer.contentType())) {
                    return answer;
                }
            }
        }
        return null;
    }

    /** The 406 response, which is plain text. */
    static ApiAnswer refusal(OperationShape operation, ApiRequest request) {
        String allowed = operation.answers().stream()
                .map(OperationShape.Answer::contentType)
                .collect(Collectors.joining(", "));
        return ApiAnswer.of(
                406,
                "text/plain",
                ByteString.encodeUtf8("The provided Accept header is not supported for this request.\n\nRequested: "
                        + String.join(", ", request.headers().values("Accept")) + "\n\nAllowed: " + allowed));
    }

    private static List<String> ranges(ApiRequest request) {
        List<String> ranges = new ArrayList<>();
        for (String header : request.headers().values("Accept")) {
            for (String range : header.split(",", -1)) {
                ranges.add(range.split(";", 2)[0].strip().toLowerCase(Locale.ROOT));
            }
        }
        return ranges;
    }

    private static boolean includes(String range, String type) {
        return range.equals("*/*")
                || range.equals(type)
                || (range.endsWith("/*") && type.startsWith(range.substring(0, range.length() - 1)));
    }
}
