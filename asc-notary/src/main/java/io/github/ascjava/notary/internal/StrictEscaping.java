package io.github.ascjava.notary.internal;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Escapes for URLs as signatures require it: everything but the unreserved characters of RFC 3986. OkHttp leaves a colon as it
 * is, and S3 then computes another signature (docs/live-service.md#notary-uploads-are-signed).
 */
final class StrictEscaping {

    private static final String UNRESERVED_PUNCTUATION = "-._~";
    private static final int LAST_ASCII = 0x7f;

    private StrictEscaping() {}

    /** Escapes the name of an object; slashes stay. */
    static String path(String name) {
        return escape(name, "/");
    }

    /** Escapes the value of a query parameter. */
    static String query(String value) {
        return escape(value, "");
    }

    private static String escape(String text, String kept) {
        StringBuilder escaped = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean isPlain = c <= LAST_ASCII
                    && (Character.isLetterOrDigit(c) || UNRESERVED_PUNCTUATION.indexOf(c) >= 0 || kept.indexOf(c) >= 0);
            escaped.append(isPlain ? String.valueOf(c) : String.format(Locale.ROOT, "%%%02X", (int) c));
        }
        return escaped.toString();
    }
}
