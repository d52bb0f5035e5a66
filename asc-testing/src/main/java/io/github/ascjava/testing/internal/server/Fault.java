package io.github.ascjava.testing.internal.server;

import io.github.ascjava.testing.internal.http.ApiAnswer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A fault that is injected into the handling of a request.
 *
 * @param answer the response instead of carrying the request out; null to carry it out
 * @param sending how the response is sent
 */
public record Fault(@Nullable Supplier<ApiAnswer> answer, Reply.Sending sending) {

    /** The request is not carried out and gets another response. */
    public static Fault answer(Supplier<ApiAnswer> answer) {
        return new Fault(answer, Reply.Sending.WHOLE);
    }

    /** The connection closes before the request is carried out. */
    public static Fault reset() {
        return new Fault(() -> ApiAnswer.empty(0), Reply.Sending.LOST);
    }

    /** The request is carried out, but the connection closes before the response. */
    public static Fault lose() {
        return new Fault(null, Reply.Sending.LOST);
    }

    /** The request is carried out, but the connection closes in the middle of the response. */
    public static Fault cut() {
        return new Fault(null, Reply.Sending.CUT);
    }
}
