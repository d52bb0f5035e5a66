package io.github.ascjava.benchmarks;

import okhttp3.MediaType;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import okio.Okio;
import okio.Source;
import okio.Timeout;

/**
 * A body that arrives like one from a socket: in pieces and of unknown length, because OkHttp decompresses it.
 *
 * <p>Code that needs the whole body has to collect it, and this allocation counts.
 */
final class StreamedBody extends ResponseBody {

    private static final int PIECE = 8192;

    private final BufferedSource source;

    StreamedBody(byte[] bytes) {
        this.source = Okio.buffer(new ArraySource(bytes));
    }

    @Override
    public MediaType contentType() {
        return MediaType.get("application/json");
    }

    @Override
    public long contentLength() {
        return -1;
    }

    @Override
    public BufferedSource source() {
        return source;
    }

    private static final class ArraySource implements Source {

        private final byte[] bytes;
        private int position;

        ArraySource(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public long read(Buffer sink, long byteCount) {
            if (position == bytes.length) {
                return -1;
            }
            int count = (int) Math.min(Math.min(byteCount, PIECE), bytes.length - position);
            sink.write(bytes, position, count);
            position += count;
            return count;
        }

        @Override
        public Timeout timeout() {
            return Timeout.NONE;
        }

        @Override
        public void close() {
            // Nothing is buffered.
        }
    }
}
