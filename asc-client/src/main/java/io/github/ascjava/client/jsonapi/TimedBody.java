package io.github.ascjava.client.jsonapi;

import okhttp3.MediaType;
import okhttp3.ResponseBody;
import okio.BufferedSource;
import okio.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * A response body with the timeout of its call, which holds while the body is decoded, after its last byte was read.
 *
 * @since 0.1.0
 */
public final class TimedBody extends ResponseBody {

    private final ResponseBody body;
    private final Timeout timeout;

    /** Adds a timeout with a deadline to a body. */
    public TimedBody(ResponseBody body, Timeout timeout) {
        this.body = body;
        this.timeout = timeout;
    }

    /** Returns the timeout of the call. */
    public Timeout timeout() {
        return timeout;
    }

    @Override
    public @Nullable MediaType contentType() {
        return body.contentType();
    }

    @Override
    public long contentLength() {
        return body.contentLength();
    }

    @Override
    public BufferedSource source() {
        return body.source();
    }
}
