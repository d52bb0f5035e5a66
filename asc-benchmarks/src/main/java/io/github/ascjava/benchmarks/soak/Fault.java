package io.github.ascjava.benchmarks.soak;

import io.github.ascjava.client.error.AscException;
import io.github.ascjava.client.error.ConnectionException;
import io.github.ascjava.client.error.InvalidResponseException;
import io.github.ascjava.client.error.RateLimitException;
import io.github.ascjava.client.error.ServerException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A fault of the server, and the expected outcome of the client. */
enum Fault {
    TOO_MANY(RateLimitException.class, true, true),
    TOO_MANY_FOR_A_SECOND(RateLimitException.class, true, true),
    ERROR_500(ServerException.class, true, false),
    ERROR_503(ServerException.class, true, false),
    GATEWAY_PAGE(ServerException.class, true, false),
    PAGE_OF_HTML(InvalidResponseException.class, false, false),
    RESET_BEFORE_HEADERS(ConnectionException.class, true, false),
    RESET_IN_BODY(ConnectionException.class, true, false),
    CUT_GZIP(ConnectionException.class, true, false),
    /** The response arrives in pieces with pauses, but completely. */
    TRICKLE(null, false, false),
    /** The token is rejected once; another one is sent within the same attempt. */
    UNAUTHORIZED(null, false, false);

    private static final Set<Fault> RESETS = Set.of(RESET_BEFORE_HEADERS, RESET_IN_BODY);

    /** The exception of the call if it is not retried; null if it does not fail. */
    private final @Nullable Class<? extends AscException> exception;

    private final boolean readsAreSentAgain;
    private final boolean writesAreSentAgain;

    Fault(@Nullable Class<? extends AscException> exception, boolean readsAreSentAgain, boolean writesAreSentAgain) {
        this.exception = exception;
        this.readsAreSentAgain = readsAreSentAgain;
        this.writesAreSentAgain = writesAreSentAgain;
    }

    @Nullable
    Class<? extends AscException> exception() {
        return exception;
    }

    boolean isSentAgain(boolean read) {
        return read ? readsAreSentAgain : writesAreSentAgain;
    }

    /** OkHttp itself retries a read when a pooled connection breaks. */
    boolean mayBeResentByOkHttp(boolean read) {
        return read && RESETS.contains(this);
    }

    /** Whether a write with this fault may have been carried out nevertheless. */
    boolean mayHaveBeenCarriedOut() {
        return exception != RateLimitException.class && this != UNAUTHORIZED;
    }
}
