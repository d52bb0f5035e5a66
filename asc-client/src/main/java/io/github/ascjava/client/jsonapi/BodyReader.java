package io.github.ascjava.client.jsonapi;

import java.io.IOException;
import java.util.Locale;
import okhttp3.ResponseBody;
import okio.BufferedSource;
import okio.ByteString;

/**
 * Reads bodies into memory up to a limit.
 *
 * <p>The limit applies after decompression, so that neither an endless body nor a small one that decompresses to a huge
 * one exhausts the memory. Thread-safe.
 */
final class BodyReader {

    private final int largest;

    BodyReader(int largest) {
        this.largest = largest;
    }

    /** Reads a whole body, in the segments in which it arrived. */
    ByteString read(ResponseBody body) throws IOException {
        BufferedSource source = body.source();
        if (body.contentLength() > largest || source.request(largest + 1L)) {
            // Closing would continue to read for a moment, to reuse the connection.
            source.timeout().deadlineNanoTime(System.nanoTime());
            throw new InvalidDocumentException(String.format(
                    Locale.ROOT,
                    "the body has more than %,d bytes; request less (limit, fields, include), or allow more with"
                            + " ClientOptions.Builder.maxResponseBytes",
                    largest));
        }
        return LoneSurrogates.replace(source.getBuffer());
    }
}
