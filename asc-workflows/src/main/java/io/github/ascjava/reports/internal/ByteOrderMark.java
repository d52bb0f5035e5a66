package io.github.ascjava.reports.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Arrays;

/** The mark of UTF-8 at the start of a file. */
public final class ByteOrderMark {

    private static final byte[] UTF_8 = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private ByteOrderMark() {}

    /** Returns the content without a mark at its start. */
    public static InputStream skip(InputStream in) throws IOException {
        PushbackInputStream pushback = new PushbackInputStream(in, UTF_8.length);
        byte[] start = pushback.readNBytes(UTF_8.length);
        if (!Arrays.equals(start, UTF_8)) {
            pushback.unread(start);
        }
        return pushback;
    }
}
