package io.github.ascjava.reports.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Decompresses all members of a gzip file.
 *
 * <p>The JDK's own stream decides by {@code available()} whether another member follows, and JDK 17 ends without an
 * error if the next one has not arrived yet. This one reads until the end of the file, ignores zeros that pad it, and
 * fails if a member is incomplete or if other bytes follow.
 */
public final class GunzipInputStream extends InputStream {

    private static final String CUT = "is incomplete: its gzip data ends early; download it again";
    private static final String DAMAGED = "is damaged: its gzip data cannot be decompressed; download it again";

    private final CompressedInput in;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 checksum = new CRC32();
    private boolean inMember;
    private boolean started;
    private boolean ended;

    private GunzipInputStream(InputStream in) {
        this.in = new CompressedInput(in);
    }

    /** Returns the decompressed content if a stream begins like a gzip file, and the content as it is otherwise. */
    public static InputStream decompress(InputStream in) throws IOException {
        PushbackInputStream pushback = new PushbackInputStream(in, 2);
        byte[] magic = pushback.readNBytes(2);
        pushback.unread(magic);
        boolean gzip = magic.length == 2 && magic[0] == 0x1f && magic[1] == (byte) 0x8b;
        return gzip ? new GunzipInputStream(pushback) : pushback;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (inMember || nextMember()) {
            int count = inflate(target, offset, length);
            if (count > 0) {
                checksum.update(target, offset, count);
                return count;
            }
            if (inflater.finished()) {
                endMember();
            } else if (inflater.needsDictionary()) {
                throw new UnreadableException(DAMAGED, null);
            } else if (!in.fill()) {
                throw new UnreadableException(CUT, null);
            } else {
                in.feed(inflater);
            }
        }
        return -1;
    }

    private int inflate(byte[] target, int offset, int length) throws IOException {
        try {
            return inflater.inflate(target, offset, length);
        } catch (DataFormatException e) {
            throw new UnreadableException(DAMAGED, e);
        }
    }

    private boolean nextMember() throws IOException {
        if (ended) {
            return false;
        }
        int first = in.readOrEnd();
        if (started && first == 0) {
            skipPadding();
            first = -1;
        }
        if (first < 0) {
            ended = true;
            return false;
        }
        if (first != 0x1f) {
            throw trailingBytes();
        }
        readHeader();
        inflater.reset();
        in.feed(inflater);
        checksum.reset();
        started = true;
        inMember = true;
        return true;
    }

    private void skipPadding() throws IOException {
        int next = 0;
        while (next == 0) {
            next = in.readOrEnd();
        }
        if (next > 0) {
            throw trailingBytes();
        }
    }

    private static UnreadableException trailingBytes() {
        return new UnreadableException(
                "is damaged: bytes that are not gzip data follow the gzip data; download it again", null);
    }

    /** Reads what follows the first byte of a member, up to the compressed data (RFC 1952). */
    private void readHeader() throws IOException {
        int magic = readByte();
        int method = readByte();
        int flags = readByte();
        if (magic != 0x8b || method != 8 || (flags & 0xe0) != 0) {
            throw new UnreadableException(DAMAGED, null);
        }
        // Time, compression level and operating system.
        skip(6);
        if ((flags & 4) != 0) {
            skip(readByte() | readByte() << 8);
        }
        if ((flags & 8) != 0) {
            skipText();
        }
        if ((flags & 16) != 0) {
            skipText();
        }
        if ((flags & 2) != 0) {
            skip(2);
        }
    }

    private void endMember() throws IOException {
        in.takeBack(inflater.getRemaining());
        long expectedChecksum = readInt();
        long expectedLength = readInt();
        if (expectedChecksum != checksum.getValue() || expectedLength != (inflater.getBytesWritten() & 0xffffffffL)) {
            throw new UnreadableException(
                    "is damaged: its checksum does not match its content; download it again", null);
        }
        inMember = false;
    }

    private long readInt() throws IOException {
        long value = 0;
        for (int shift = 0; shift < 32; shift += 8) {
            value |= (long) readByte() << shift;
        }
        return value;
    }

    private void skip(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            readByte();
        }
    }

    private void skipText() throws IOException {
        int next = readByte();
        while (next != 0) {
            next = readByte();
        }
    }

    private int readByte() throws IOException {
        int next = in.readOrEnd();
        if (next < 0) {
            throw new UnreadableException(CUT, null);
        }
        return next;
    }

    @Override
    public void close() throws IOException {
        ended = true;
        inMember = false;
        inflater.end();
        in.close();
    }

    /** The compressed bytes, of which the inflater takes more than it needs. */
    private static final class CompressedInput {

        private final InputStream in;
        private final byte[] buffer = new byte[1 << 15];
        private int position;
        private int limit;

        CompressedInput(InputStream in) {
            this.in = in;
        }

        /** Returns whether there are bytes in the buffer, after reading some if there were none. */
        boolean fill() throws IOException {
            while (position == limit) {
                int count = in.read(buffer, 0, buffer.length);
                if (count < 0) {
                    return false;
                }
                position = 0;
                limit = count;
            }
            return true;
        }

        int readOrEnd() throws IOException {
            return fill() ? buffer[position++] & 0xff : -1;
        }

        void feed(Inflater inflater) {
            inflater.setInput(buffer, position, limit - position);
            position = limit;
        }

        void takeBack(int count) {
            position = limit - count;
        }

        void close() throws IOException {
            in.close();
        }
    }
}
