package io.github.ascjava.testing;

import io.github.ascjava.testing.internal.http.ApiAnswer;
import io.github.ascjava.testing.internal.server.ErrorDocuments;
import java.util.List;
import okio.ByteString;

/**
 * A response that a test defines, for {@link FaultInjection#answerNext}. Immutable.
 *
 * @since 0.1.0
 */
public final class Answer {

    private final ApiAnswer answer;

    private Answer(ApiAnswer answer) {
        this.answer = answer;
    }

    /** Creates a JSON response, such as one written by {@link Documents}. */
    public static Answer json(int status, String body) {
        return of(status, "application/json", body);
    }

    /** Creates an HTML response, as gateways send it. */
    public static Answer html(int status, String body) {
        return of(status, "text/html", body);
    }

    /**
     * Creates a response of any content type.
     *
     * @param status the HTTP status
     * @param contentType such as {@code text/plain}
     * @param body the body, sent as UTF-8
     */
    public static Answer of(int status, String contentType, String body) {
        return new Answer(ApiAnswer.of(status, contentType, ByteString.encodeUtf8(body)));
    }

    /** Creates an error response with the status of the first error. */
    public static Answer errors(ErrorBody... errors) {
        List<ErrorBody> list = List.of(errors);
        if (list.isEmpty()) {
            throw new IllegalArgumentException("An error response needs at least one error.");
        }
        int status = list.get(0).status();
        return new Answer(
                ErrorDocuments.of(status, list.stream().map(ErrorBody::toObject).toList()));
    }

    /** Returns the same response with a header set, such as {@code Retry-After}. */
    public Answer withHeader(String name, String value) {
        return new Answer(answer.with(name, value));
    }

    ApiAnswer toApiAnswer() {
        return answer;
    }

    @Override
    public String toString() {
        return answer.status() + " " + answer.body().utf8();
    }
}
