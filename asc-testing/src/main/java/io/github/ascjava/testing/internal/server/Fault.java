package io.github.ascjava.testing.internal.server;

import io.github.ascjava.testing.internal.http.ApiAnswer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What happens to a request instead of being answered as it should.
 *
 * @param answer given instead of carrying the request out; null to carry it out
 * @param sending what becomes of the answer
 */
public record Fault(@Nullable Supplier<ApiAnswer> answer, Reply.Sending sending) {

    /** The request is not carried out, and answered with something else. */
    public static Fault answer(Supplier<ApiAnswer> answer) {
        return new Fault(answer, Reply.Sending.WHOLE);
    }

    /** The connection ends before the request is carried out. */
    public static Fault reset() {
        return new Fault(() -> ApiAnswer.empty(0), Reply.Sending.LOST);
    }

    /** The request is carried out, but the connection ends before the answer. */
    public static Fault lose() {
        return new Fault(null, Reply.Sending.LOST);
    }

    /** The request is carried out, but the connection ends in the middle of the answer. */
    public static Fault cut() {
        return new Fault(null, Reply.Sending.CUT);
    }
}
