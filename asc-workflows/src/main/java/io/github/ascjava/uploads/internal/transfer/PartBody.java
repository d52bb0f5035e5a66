package io.github.ascjava.uploads.internal.transfer;

import java.nio.ByteBuffer;
import java.util.function.LongConsumer;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/** The body of one attempt: the bytes of a part, read in windows while they are sent. */
final class PartBody extends RequestBody {

    private final SourceFile file;
    private final Part part;
    private final ByteBuffer window;
    private final LongConsumer sent;

    /**
     * Creates a body.
     *
     * @param window a direct buffer that only the sending thread uses
     * @param sent notified of the number of bytes of the part that were written so far
     */
    PartBody(SourceFile file, Part part, ByteBuffer window, LongConsumer sent) {
        this.file = file;
        this.part = part;
        this.window = window;
        this.sent = sent;
    }

    /** OkHttp would set the header by this, whatever the request has. */
    @Override
    public @Nullable MediaType contentType() {
        return null;
    }

    @Override
    public long contentLength() {
        return part.length();
    }

    /** Keeps OkHttp from sending the body a second time by itself, after which nobody could count attempts. */
    @Override
    public boolean isOneShot() {
        return true;
    }

    @Override
    public void writeTo(BufferedSink sink) throws java.io.IOException {
        for (long done = 0; done < part.length(); done += window.limit()) {
            window.clear().limit((int) Math.min(window.capacity(), part.length() - done));
            file.read(window, part.offset() + done);
            while (window.hasRemaining()) {
                sink.write(window);
            }
            sent.accept(done + window.limit());
        }
    }
}
