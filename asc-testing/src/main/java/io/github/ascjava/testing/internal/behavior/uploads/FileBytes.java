package io.github.ascjava.testing.internal.behavior.uploads;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import okio.ByteString;

/**
 * The bytes of an uploaded file, whose numbers are big-endian. Positions come from the file itself, so every method
 * throws {@link IndexOutOfBoundsException} for one outside of the file.
 */
record FileBytes(ByteString bytes) {

    private static final int BYTE = 0xff;
    private static final int BITS = 8;

    long size() {
        return bytes.size();
    }

    /** Reads an unsigned number of up to seven bytes, or a signed one of eight. */
    long number(long at, int length) {
        Objects.checkFromIndexSize(at, /* size= */ length, /* length= */ size());
        long number = 0;
        for (int i = 0; i < length; i++) {
            number = (number << BITS) | (bytes.getByte((int) at + i) & BYTE);
        }
        return number;
    }

    /** Reads the four characters that name a chunk or a box. */
    String name(long at) {
        Objects.checkFromIndexSize(at, /* size= */ Integer.BYTES, /* length= */ size());
        return bytes.substring((int) at, (int) at + Integer.BYTES).string(StandardCharsets.ISO_8859_1);
    }
}
