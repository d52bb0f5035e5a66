package io.github.ascjava.testing.internal.pki;

import java.math.BigInteger;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import okio.Buffer;
import okio.ByteString;

/**
 * One element of DER, the binary encoding of keys, certificates and signatures.
 *
 * <p>DER has one encoding for each value, and {@link #read} accepts no other. An element that was read is therefore
 * written with the same bytes, and signatures of it stay valid.
 *
 * @param tag the tag byte, which is the kind of element
 * @param content the bytes after the length
 */
record Der(int tag, ByteString content) {

    static final int BOOLEAN = 0x01;
    static final int INTEGER = 0x02;
    static final int BIT_STRING = 0x03;
    static final int OCTET_STRING = 0x04;
    static final int OBJECT_ID = 0x06;
    static final int UTF8_STRING = 0x0c;
    static final int UTC_TIME = 0x17;
    static final int GENERALIZED_TIME = 0x18;
    static final int SEQUENCE = 0x30;
    static final int SET = 0x31;

    private static final int CONTEXT = 0x80;
    private static final int CONSTRUCTED = 0x20;
    private static final int LONGEST_LENGTH_FIELD = 3;
    private static final int FIRST_YEAR_WITH_FOUR_DIGITS = 2050;

    private static final DateTimeFormatter TWO_DIGIT_YEAR = format("yyMMddHHmmss'Z'");
    private static final DateTimeFormatter FOUR_DIGIT_YEAR = format("yyyyMMddHHmmss'Z'");

    /**
     * Parses exactly one element.
     *
     * @throws IllegalArgumentException if the bytes are anything else
     */
    static Der read(ByteString bytes) {
        List<Der> elements = readAll(bytes);
        if (elements.size() != 1) {
            throw new IllegalArgumentException("There are " + elements.size() + " DER elements instead of one.");
        }
        return elements.get(0);
    }

    /**
     * Parses the child elements.
     *
     * @throws IllegalArgumentException if the content is anything else
     */
    List<Der> children() {
        return readAll(content);
    }

    /** Checks the kind of the element. */
    Der require(int expected) {
        if (tag != expected) {
            throw new IllegalArgumentException("There is a DER element " + tag + " instead of a " + expected + ".");
        }
        return this;
    }

    /** Returns the bits of a bit string that ends on a whole byte. */
    ByteString bits() {
        require(BIT_STRING);
        if (content.size() == 0 || content.getByte(0) != 0) {
            throw new IllegalArgumentException("A DER bit string does not end on a whole byte.");
        }
        return content.substring(1);
    }

    /** Returns an object identifier in dotted notation. */
    String dotted() {
        require(OBJECT_ID);
        StringBuilder dotted = new StringBuilder();
        BigInteger arc = BigInteger.ZERO;
        for (byte part : content.toByteArray()) {
            arc = arc.shiftLeft(7).or(BigInteger.valueOf(part & 0x7f));
            if (part >= 0) {
                appendArc(dotted, arc.longValueExact());
                arc = BigInteger.ZERO;
            }
        }
        return dotted.toString();
    }

    /** Returns the encoded element. */
    ByteString encoded() {
        Buffer buffer = new Buffer().writeByte(tag);
        int length = content.size();
        if (length < 0x80) {
            buffer.writeByte(length);
        } else {
            byte[] digits = unsigned(BigInteger.valueOf(length));
            buffer.writeByte(0x80 | digits.length).write(digits);
        }
        return buffer.write(content).readByteString();
    }

    static Der sequence(Der... elements) {
        return new Der(SEQUENCE, joined(Arrays.asList(elements)));
    }

    static Der sequence(List<Der> elements) {
        return new Der(SEQUENCE, joined(elements));
    }

    /** The elements of a set are sorted by their bytes. */
    static Der set(Der... elements) {
        List<Der> sorted = new ArrayList<>(Arrays.asList(elements));
        sorted.sort((one, other) -> one.encoded().compareTo(other.encoded()));
        return new Der(SET, joined(sorted));
    }

    /** Wraps elements in the structure member with this number. */
    static Der member(int number, Der... elements) {
        return new Der(CONTEXT | CONSTRUCTED | number, joined(Arrays.asList(elements)));
    }

    /** Wraps bytes that are not elements in the structure member with this number. */
    static Der member(int number, ByteString bytes) {
        return new Der(CONTEXT | number, bytes);
    }

    static Der integer(long value) {
        return integer(BigInteger.valueOf(value));
    }

    static Der integer(BigInteger value) {
        return new Der(INTEGER, ByteString.of(value.toByteArray()));
    }

    static Der bool(boolean value) {
        return new Der(BOOLEAN, ByteString.of((byte) (value ? 0xff : 0)));
    }

    static Der octets(ByteString bytes) {
        return new Der(OCTET_STRING, bytes);
    }

    static Der bitString(ByteString bytes) {
        return new Der(BIT_STRING, new Buffer().writeByte(0).write(bytes).readByteString());
    }

    static Der text(String text) {
        return new Der(UTF8_STRING, ByteString.encodeUtf8(text));
    }

    static Der objectId(String dotted) {
        long[] arcs = Arrays.stream(dotted.split("\\.", -1))
                .mapToLong(Long::parseLong)
                .toArray();
        Buffer content = new Buffer();
        writeArc(content, arcs[0] * 40 + arcs[1]);
        Arrays.stream(arcs).skip(2).forEach(arc -> writeArc(content, arc));
        return new Der(OBJECT_ID, content.readByteString());
    }

    /** A date-time with seconds; its encoding depends on the year (RFC 5280, 4.1.2.5). */
    static Der time(Instant time) {
        boolean shortYear = time.atOffset(ZoneOffset.UTC).getYear() < FIRST_YEAR_WITH_FOUR_DIGITS;
        return shortYear
                ? new Der(UTC_TIME, ByteString.encodeUtf8(TWO_DIGIT_YEAR.format(time)))
                : new Der(GENERALIZED_TIME, ByteString.encodeUtf8(FOUR_DIGIT_YEAR.format(time)));
    }

    private static List<Der> readAll(ByteString bytes) {
        List<Der> elements = new ArrayList<>();
        int position = 0;
        while (position < bytes.size()) {
            int start = position;
            int tag = at(bytes, position++);
            int length = at(bytes, position++);
            if (length > 0x80 && length <= 0x80 + LONGEST_LENGTH_FIELD) {
                int count = length - 0x80;
                length = 0;
                for (int i = 0; i < count; i++) {
                    length = (length << 8) | at(bytes, position++);
                }
            }
            if (length > bytes.size() - position) {
                throw new IllegalArgumentException("A DER element ends after " + bytes.size() + " bytes, too early.");
            }
            Der element = new Der(tag, bytes.substring(position, position + length));
            position += length;
            if (!bytes.rangeEquals(start, element.encoded(), 0, position - start)) {
                throw new IllegalArgumentException("An element has no DER length.");
            }
            elements.add(element);
        }
        return elements;
    }

    private static int at(ByteString bytes, int position) {
        if (position >= bytes.size()) {
            throw new IllegalArgumentException("A DER element ends after " + bytes.size() + " bytes, too early.");
        }
        return bytes.getByte(position) & 0xff;
    }

    private static ByteString joined(List<Der> elements) {
        Buffer buffer = new Buffer();
        elements.forEach(element -> buffer.write(element.encoded()));
        return buffer.readByteString();
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

    private static void writeArc(Buffer content, long arc) {
        int groups = Math.max(1, (64 - Long.numberOfLeadingZeros(arc) + 6) / 7);
        for (int group = groups - 1; group >= 0; group--) {
            int bits = (int) (arc >> (7 * group)) & 0x7f;
            content.writeByte(group == 0 ? bits : bits | 0x80);
        }
    }

    private static byte[] unsigned(BigInteger value) {
        byte[] bytes = value.toByteArray();
        return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    }

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
    }

    /** Describes the element without its content, which may be long. */
    @Override
    public String toString() {
        return "DER element " + tag + " of " + content.size() + " bytes";
    }
}
