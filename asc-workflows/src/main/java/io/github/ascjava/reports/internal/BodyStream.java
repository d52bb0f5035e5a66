package io.github.ascjava.reports.internal;

import io.github.ascjava.client.error.ConnectionException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A streamed response body, whose failures are those of a call: unlike those of a file, they can be tried again.
 *
 * <p>Used by one thread at a time.
 */
public final class BodyStream extends FilterInputStream {

    private final String operation;

    /** @param operation what the exception calls the request */
    public BodyStream(InputStream body, String operation) {
        super(body);
        this.operation = operation;
    }

    @Override
    public int read() {
        try {
            return in.read();
        } catch (IOException e) {
            throw broken(e);
        }
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        try {
            return in.read(buffer, offset, length);
        } catch (IOException e) {
            throw broken(e);
        }
    }

    private ConnectionException broken(IOException cause) {
        return new ConnectionException(
                operation, 1, "the connection broke while the report was being read. Download it again.", cause);
    }
}
