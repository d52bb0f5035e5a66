package io.github.ascjava.auth;

import java.util.Arrays;

/**
 * Reads the few DER forms that a key file can hold, one element at a time.
 *
 * <p>The JDK reads keys as well, but throws the same exception for everything else. Telling a user that the file holds
 * an RSA key, a certificate or half a key requires looking at the structure.
 */
final class Der {

    static final int INTEGER = 0x02;
    static final int BIT_STRING = 0x03;
    static final int OCTET_STRING = 0x04;
    static final int OBJECT_ID = 0x06;
    static final int SEQUENCE = 0x30;

    private static final int LONGEST_LENGTH_FIELD = 4;

    private final byte[] bytes;
    private final int end;
    private int position;

    Der(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    private Der(byte[] bytes, int start, int end) {
        this.bytes = bytes;
        this.position = start;
        this.end = end;
    }

    boolean hasMore() {
        return position < end;
    }

    /** The tag of the next element, or -1 at the end. */
    int nextTag() {
        return hasMore() ? bytes[position] & 0xff : -1;
    }

    /** Returns the content of the next element, which must have the given tag, and moves past it. */
    Der enter(int tag) throws MalformedException {
        if (nextTag() != tag) {
            throw new MalformedException();
        }
        position++;
        int length = length();
        if (length > end - position) {
            throw new MalformedException();
        }
        Der content = new Der(bytes, position, position + length);
        position += length;
        return content;
    }

    Der skip(int tag) throws MalformedException {
        enter(tag);
        return this;
    }

    byte[] content() {
        return Arrays.copyOfRange(bytes, position, end);
    }

    /** Reads the next element as an object identifier in dotted form. */
    String objectId() throws MalformedException {
        Der content = enter(OBJECT_ID);
        StringBuilder dotted = new StringBuilder();
        long arc = 0;
        int digits = 0;
        for (int i = content.position; i < content.end; i++) {
            arc = (arc << 7) | (bytes[i] & 0x7f);
            if (++digits > 8) {
                throw new MalformedException();
            }
            if (bytes[i] >= 0) {
                appendArc(dotted, arc);
                arc = 0;
                digits = 0;
            }
        }
        if (digits > 0 || dotted.isEmpty()) {
            throw new MalformedException();
        }
        return dotted.toString();
    }

    private static void appendArc(StringBuilder dotted, long arc) {
        if (dotted.isEmpty()) {
            // The first byte holds the first two arcs as 40 * first + second.
            long first = Math.min(arc / 40, 2);
            dotted.append(first).append('.').append(arc - 40 * first);
        } else {
            dotted.append('.').append(arc);
        }
    }

    private int length() throws MalformedException {
        int first = nextByte();
        if (first < 0x80) {
            return first;
        }
        int count = first & 0x7f;
        if (count == 0 || count > LONGEST_LENGTH_FIELD) {
            throw new MalformedException();
        }
        int length = 0;
        for (int i = 0; i < count; i++) {
            length = (length << 8) | nextByte();
        }
        if (length < 0) {
            throw new MalformedException();
        }
        return length;
    }

    private int nextByte() throws MalformedException {
        if (!hasMore()) {
            throw new MalformedException();
        }
        return bytes[position++] & 0xff;
    }

    /** The bytes are not DER, or are incomplete. */
    static final class MalformedException extends Exception {

        private static final long serialVersionUID = 1L;
    }
}
