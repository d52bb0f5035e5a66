package io.github.ascjava.client.internal;

import java.nio.charset.StandardCharsets;
import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.ByteString;

/**
 * A response written by a fuzzer: a status line, header lines, an empty line, the body.
 *
 * <p>An invalid status becomes 400, and invalid headers are omitted, as a server or OkHttp would do.
 */
record FuzzedAnswer(int status, Headers headers, ByteString body) {

    static FuzzedAnswer of(byte[] bytes) {
        int status = 400;
        Headers.Builder headers = new Headers.Builder();
        int from = 0;
        for (int line = 0; from < bytes.length; line++) {
            int end = from;
            while (end < bytes.length && bytes[end] != '\n') {
                end++;
            }
            String text = new String(bytes, from, end - from, StandardCharsets.UTF_8).strip();
            from = Math.min(end + 1, bytes.length);
            if (text.isEmpty()) {
                break;
            } else if (line == 0 && text.matches("[1345]\\d\\d")) {
                status = Integer.parseInt(text);
            } else {
                add(headers, text);
            }
        }
        return new FuzzedAnswer(status, headers.build(), ByteString.of(bytes, from, bytes.length - from));
    }

    private static void add(Headers.Builder headers, String line) {
        int colon = line.indexOf(':');
        try {
            headers.addUnsafeNonAscii(line.substring(0, Math.max(0, colon)), line.substring(colon + 1));
        } catch (IllegalArgumentException e) {
            // There is no name, or an invalid one.
        }
    }

    Response response() {
        return new Response.Builder()
                .request(new Request.Builder()
                        .url("https://api.appstoreconnect.apple.com/v1/apps")
                        .build())
                .protocol(Protocol.HTTP_1_1)
                .code(status)
                .message("")
                .headers(headers)
                .body(responseBody())
                .build();
    }

    private ResponseBody responseBody() {
        String type = headers.get("Content-Type");
        return ResponseBody.create(body, type == null ? null : MediaType.parse(type));
    }
}
