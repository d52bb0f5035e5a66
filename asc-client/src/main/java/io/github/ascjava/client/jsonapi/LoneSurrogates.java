package io.github.ascjava.client.jsonapi;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import okio.Buffer;
import okio.ByteString;

/**
 * Replaces lone surrogates in UTF-8, with which some old encoders write characters beyond the first plane.
 *
 * <p>Jackson rejects them when it reads a string, but not when it skips one, so a page would be returned and fail on
 * use. The replacement has the same number of bytes.
 */
final class LoneSurrogates {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final int BLOCK = 256;
    /** Of four segments, the unused parts of the first and the last one matter; a copy takes a microsecond. */
    private static final int SHARED_FROM = 32 * 1024;

    private static final long EACH_BYTE = 0x0101010101010101L;
    private static final long HIGHEST_BITS = 0x8080808080808080L;
    /** The first byte of surrogates, and of Korean letters. */
    private static final int FIRST = 0xED;

    private static final long EIGHT_FIRSTS = 0xEDEDEDEDEDEDEDEDL;

    private LoneSurrogates() {}

    /** Takes all bytes out of a buffer: many in their segments, unless some must be replaced. */
    static ByteString replace(Buffer utf8) throws IOException {
        if (!mayBeIn(utf8)) {
            return utf8.size() < SHARED_FROM
                    ? ByteString.read(utf8.inputStream(), (int) utf8.size())
                    : utf8.readByteString();
        }
        byte[] bytes = utf8.readByteArray();
        replace(bytes);
        return ByteString.of(bytes);
    }

    private static boolean mayBeIn(Buffer utf8) {
        try (Buffer.UnsafeCursor piece = utf8.readUnsafe()) {
            while (piece.next() != -1) {
                if (piece.data != null && mayBeIn(piece.data, piece.start, piece.end)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Looks closely only at blocks that are not ASCII, because hardly any body has a surrogate. */
    private static boolean mayBeIn(byte[] bytes, int start, int end) {
        int i = start;
        for (; i <= end - BLOCK; i += BLOCK) {
            if (!isAscii(bytes, i) && hasFirst(bytes, i, i + BLOCK)) {
                return true;
            }
        }
        return hasFirst(bytes, i, end);
    }

    /** Returns whether a block is ASCII; the loop has no condition inside, so it takes a cycle or less for eight bytes. */
    private static boolean isAscii(byte[] bytes, int start) {
        long bits = 0;
        for (int i = start; i < start + BLOCK; i += Long.BYTES) {
            bits |= (long) LONGS.get(bytes, i);
        }
        return (bits & HIGHEST_BITS) == 0;
    }

    private static boolean hasFirst(byte[] bytes, int start, int end) {
        int i = start;
        for (; i <= end - Long.BYTES; i += Long.BYTES) {
            // A byte becomes zero where a surrogate begins; the next line finds zeros.
            long differences = (long) LONGS.get(bytes, i) ^ EIGHT_FIRSTS;
            if (((differences - EACH_BYTE) & ~differences & HIGHEST_BITS) != 0) {
                return true;
            }
        }
        for (; i < end; i++) {
            if (bytes[i] == (byte) FIRST) {
                return true;
            }
        }
        return false;
    }

    private static void replace(byte[] utf8) {
        for (int i = 0; i < utf8.length - 2; i++) {
            if (utf8[i] == (byte) FIRST && isContinuation(utf8[i + 1], 0xA0) && isContinuation(utf8[i + 2], 0x80)) {
                utf8[i] = (byte) 0xEF;
                utf8[i + 1] = (byte) 0xBF;
                utf8[i + 2] = (byte) 0xBD;
            }
        }
    }

    private static boolean isContinuation(byte next, int least) {
        return (next & 0xFF) >= least && (next & 0xFF) <= 0xBF;
    }
}
