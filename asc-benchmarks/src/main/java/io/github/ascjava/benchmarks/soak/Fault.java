package io.github.ascjava.benchmarks.soak;

import io.github.ascjava.client.error.AscException;
import io.github.ascjava.client.error.ConnectionException;
import io.github.ascjava.client.error.InvalidResponseException;
import io.github.ascjava.client.error.RateLimitException;
import io.github.ascjava.client.error.ServerException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the server does instead of answering as it should, and what the client is to make of it. */
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
    /** The answer comes in pieces with pauses, but comes. */
    TRICKLE(null, false, false),
    /** The token is refused once; another one is sent within the same attempt. */
    UNAUTHORIZED(null, false, false);

    private static final Set<Fault> RESETS = Set.of(RESET_BEFORE_HEADERS, RESET_IN_BODY);

    /** What the call fails with if it is not sent again; null if it does not fail. */
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

    /** OkHttp sends a read again by itself when a connection that it kept breaks. */
    boolean mayBeResentByOkHttp(boolean read) {
        return read && RESETS.contains(this);
    }

    /** Whether a write that met this may have been carried out all the same. */
    boolean mayHaveBeenCarriedOut() {
        return exception != RateLimitException.class && this != UNAUTHORIZED;
    }
}
