package io.github.ascjava.client.jsonapi;

import java.io.IOException;
import java.util.Locale;
import okhttp3.ResponseBody;
import okio.BufferedSource;
import okio.ByteString;

/**
 * Reads bodies into memory as long as they are not larger than a limit.
 *
 * <p>What counts are the bytes after unpacking, so that neither a body without end nor a small one that unpacks to a huge
 * one takes the program's memory. Thread-safe.
 */
final class BodyReader {

    private final int largest;

    BodyReader(int largest) {
        this.largest = largest;
    }

    /** Reads all of a body, in the pieces in which it came. */
    ByteString read(ResponseBody body) throws IOException {
        BufferedSource source = body.source();
        if (body.contentLength() > largest || source.request(largest + 1L)) {
            // Closing would go on reading for a moment, in the hope of the body's end, to save the connection.
            source.timeout().deadlineNanoTime(System.nanoTime());
            throw new InvalidDocumentException(String.format(
                    Locale.ROOT,
                    "the body has more than %,d bytes; ask for less (limit, fields, include), or allow more with"
                            + " ClientOptions.Builder.maxResponseBytes",
                    largest));
        }
        return LoneSurrogates.replace(source.getBuffer());
    }
}
