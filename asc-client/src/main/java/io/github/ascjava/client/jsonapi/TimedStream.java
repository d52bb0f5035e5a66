package io.github.ascjava.client.jsonapi;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import okio.Timeout;

/** A stream in memory that fails when a timeout is reached or the thread interrupted, because decoding takes time, too. */
final class TimedStream extends FilterInputStream {

    private final Timeout timeout;

    TimedStream(InputStream stream, Timeout timeout) {
        super(stream);
        this.timeout = timeout;
    }

    @Override
    public int read() throws IOException {
        timeout.throwIfReached();
        return super.read();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        timeout.throwIfReached();
        return super.read(bytes, offset, length);
    }
}
