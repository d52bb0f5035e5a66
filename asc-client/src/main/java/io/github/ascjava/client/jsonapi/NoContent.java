package io.github.ascjava.client.jsonapi;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.ByteString;

/**
 * Reads responses that have no content, and rejects those that report something else with a status of success, such as a
 * login page.
 *
 * @since 0.1.0
 */
public final class NoContent {

    private static final int LARGEST = 1024 * 1024;
    private static final int LONGEST_BLANK = 256;

    private NoContent() {}

    /**
     * Reads and closes a body.
     *
     * @throws InvalidDocumentException if it is HTML or XML, or JSON with {@code errors}; anything else is ignored
     */
    public static void read(ResponseBody body) throws IOException {
        ByteString bytes;
        try (body) {
            bytes = new BodyReader(LARGEST).read(body);
        }
        String start = start(bytes);
        if (start.startsWith("<")) {
            throw new InvalidDocumentException(
                    "the body should be empty, but is HTML or XML, such as the login page of a gateway");
        }
        if (start.startsWith("{")) {
            requireNoErrors(bytes);
        }
    }

    /** Returns the first characters that are neither blank nor a byte order mark. */
    private static String start(ByteString body) {
        String text = body.substring(0, Math.min(body.size(), LONGEST_BLANK)).utf8();
        return (text.startsWith("\ufeff") ? text.substring(1) : text).stripLeading();
    }

    private static void requireNoErrors(ByteString body) throws IOException {
        Json json = new Json(StreamReadConstraints.DEFAULT_MAX_TOKEN_COUNT);
        try (JsonParser parser = json.parser(new Buffer().write(body).inputStream())) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                if (parser.currentName().equals("errors")) {
                    throw new InvalidDocumentException("the body has errors, although the status is one of success");
                }
                parser.nextToken();
                parser.skipChildren();
            }
        }
    }
}
