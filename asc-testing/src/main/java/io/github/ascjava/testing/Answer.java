package io.github.ascjava.testing;

import io.github.ascjava.testing.internal.http.ApiAnswer;
import io.github.ascjava.testing.internal.server.Errors;
import java.util.List;
import okio.ByteString;

/** An answer that a test makes up, for {@link FaultInjection#answerNext}. Immutable. */
public final class Answer {

    private final ApiAnswer answer;

    private Answer(ApiAnswer answer) {
        this.answer = answer;
    }

    /** Makes an answer in JSON, as a service or {@link Documents} writes it. */
    public static Answer json(int status, String body) {
        return of(status, "application/json", body);
    }

    /** Makes an answer of a gateway that knows nothing of JSON. */
    public static Answer html(int status, String body) {
        return of(status, "text/html", body);
    }

    /** Makes an answer of any content type. */
    public static Answer of(int status, String contentType, String body) {
        return new Answer(ApiAnswer.of(status, contentType, ByteString.encodeUtf8(body)));
    }

    /** Makes an answer with errors, whose status is that of the first one. */
    public static Answer errors(ErrorBody... errors) {
        List<ErrorBody> list = List.of(errors);
        if (list.isEmpty()) {
            throw new IllegalArgumentException("An error answer has at least one error.");
        }
        int status = list.get(0).status();
        return new Answer(
                Errors.document(status, list.stream().map(ErrorBody::toObject).toList()));
    }

    /** Returns the same answer with one more header, or another value of it, such as {@code Retry-After}. */
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
