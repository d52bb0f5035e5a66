package io.github.ascjava.testing.internal.server;

import java.net.ProtocolException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Follows the bytes of a connection from request to request, and stops at what the server library would fail on: it neither
 * answers a malformed request nor closes its connection.
 */
final class RequestFraming {

    private static final Pattern REQUEST_LINE =
            Pattern.compile("[A-Z]+ (?:/|https?://[\\w.:\\[\\]-]+)\\S* HTTP/1\\.[01]");
    private static final Pattern HEADER = Pattern.compile("[!-9;-~]+:.*");
    private static final Pattern HOST = Pattern.compile("[\\w.:\\[\\]-]+");
    private static final Pattern LENGTH = Pattern.compile("\\d{1,18}");
    private static final Pattern CHUNK_SIZE = Pattern.compile("[0-9a-fA-F]{1,7}");
    /** Of a line, and of all headers of a request. */
    private static final int MOST_CHARACTERS = 64 * 1024;

    private static final int HEX = 16;

    private final StringBuilder line = new StringBuilder();
    private State state = State.REQUEST_LINE;
    private boolean hasRequest;
    private boolean permitsBody;
    private boolean isChunked;
    private long length;
    private int headerCharacters;
    /** Bytes of the body or of a chunk that are still to come. */
    private long left;

    private enum State {
        REQUEST_LINE,
        HEADERS,
        BODY,
        CHUNK_SIZE,
        CHUNK,
        CHUNK_END,
        LAST_CHUNK_END
    }

    /**
     * Follows some bytes.
     *
     * @throws ProtocolException if they are malformed
     */
    void accept(byte[] bytes, int offset, int count) throws ProtocolException {
        int end = offset + count;
        for (int i = offset; i < end; ) {
            if (state == State.BODY || state == State.CHUNK) {
                long skipped = Math.min(left, end - i);
                left -= skipped;
                i += (int) skipped;
                if (left == 0) {
                    state = state == State.BODY ? State.REQUEST_LINE : State.CHUNK_END;
                }
            } else {
                accept((char) (bytes[i] & 0xff));
                i++;
            }
        }
    }

    /** Returns whether a whole request has arrived, and nothing of the next one. */
    boolean isBetweenRequests() {
        return hasRequest && state == State.REQUEST_LINE && line.isEmpty();
    }

    private void accept(char c) throws ProtocolException {
        if (c != '\n') {
            line.append(c);
            require(line.length() <= MOST_CHARACTERS, "A line is too long.");
            return;
        }
        int end = line.length() - 1;
        String text = end >= 0 && line.charAt(end) == '\r' ? line.substring(0, end) : line.toString();
        line.setLength(0);
        accept(text);
    }

    private void accept(String text) throws ProtocolException {
        switch (state) {
            case REQUEST_LINE -> beginRequest(text);
            case HEADERS -> {
                if (text.isEmpty()) {
                    endHeaders();
                } else {
                    header(text);
                }
            }
            case CHUNK_SIZE -> {
                require(CHUNK_SIZE.matcher(text).matches(), "The size of a chunk is malformed.");
                left = Long.parseLong(text, HEX);
                state = left == 0 ? State.LAST_CHUNK_END : State.CHUNK;
            }
            case CHUNK_END, LAST_CHUNK_END -> {
                require(text.isEmpty(), "A chunk is longer than its size, or followed by trailers.");
                state = state == State.CHUNK_END ? State.CHUNK_SIZE : State.REQUEST_LINE;
            }
            case BODY, CHUNK -> throw new IllegalStateException("Bodies have no lines.");
        }
    }

    private void beginRequest(String text) throws ProtocolException {
        require(REQUEST_LINE.matcher(text).matches(), "The request line is malformed.");
        hasRequest = true;
        permitsBody = !text.startsWith("GET ") && !text.startsWith("HEAD ");
        isChunked = false;
        length = -1;
        headerCharacters = 0;
        state = State.HEADERS;
    }

    private void header(String text) throws ProtocolException {
        headerCharacters += text.length();
        require(headerCharacters <= MOST_CHARACTERS, "The headers are too long.");
        require(HEADER.matcher(text).matches(), "A header is malformed.");
        int colon = text.indexOf(':');
        String value = text.substring(colon + 1).strip();
        switch (text.substring(0, colon).toLowerCase(Locale.ROOT)) {
            case "host" -> require(HOST.matcher(value).matches(), "The host is malformed.");
            case "content-length" -> {
                require(LENGTH.matcher(value).matches(), "The length is malformed.");
                require(length == -1 || length == Long.parseLong(value), "There are two lengths.");
                length = Long.parseLong(value);
            }
            case "transfer-encoding" -> {
                require(value.equals("chunked"), "The transfer encoding is not known.");
                isChunked = true;
            }
            default -> {}
        }
    }

    private void endHeaders() throws ProtocolException {
        require(!(isChunked && length >= 0), "The body has a length and chunks.");
        require(permitsBody || (!isChunked && length <= 0), "The method permits no body.");
        left = Math.max(length, 0);
        if (isChunked) {
            state = State.CHUNK_SIZE;
        } else {
            state = left == 0 ? State.REQUEST_LINE : State.BODY;
        }
    }

    private static void require(boolean isMet, String otherwise) throws ProtocolException {
        if (!isMet) {
            throw new ProtocolException(otherwise);
        }
    }
}
