package io.github.ascjava.reports.internal;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Reads lines and the ends of their cells in one pass over a reused buffer.
 *
 * <p>A line ends with LF or CRLF, or at the end of the file. Memory is bounded by {@link #MAX_LINE_BYTES}.
 */
public final class LineReader implements Closeable {

    /** The longest line, in bytes and without its end. */
    public static final int MAX_LINE_BYTES = 1 << 20;

    /** The largest number of cells of a line. */
    public static final int MAX_CELLS = 2000;

    private static final int INITIAL_BUFFER = 1 << 16;
    private static final int CHUNK = 256;
    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EACH_BYTE = 0x0101010101010101L;
    private static final long HIGHEST_BITS = EACH_BYTE << 7;
    private static final long LINE_ENDS = '\n' * EACH_BYTE;

    private final InputStream in;
    private byte[] buffer = new byte[INITIAL_BUFFER];
    private int limit;
    private int start;
    private int end;
    private int next;
    private final int[] ends = new int[MAX_CELLS + CHUNK];
    private int cells;
    private long bits;
    private byte separator = '\t';
    private long lineNumber;

    /** Reads a stream, which {@link #close()} closes. */
    public LineReader(InputStream in) {
        this.in = in;
    }

    /** Sets the byte between cells, a tab if it is not set; the current line is split anew. */
    public void setSeparator(char separator) throws IOException {
        this.separator = (byte) separator;
        cells = 0;
        scan(start, end);
        endCell();
    }

    /** Moves to the next line; returns false at the end of the file. */
    public boolean next() throws IOException {
        start = next;
        cells = 0;
        bits = 0;
        lineNumber++;
        int stop = scan(start, limit);
        boolean more = true;
        while (stop == limit && more) {
            int scanned = limit - start;
            more = fill();
            stop = scan(start + scanned, limit);
        }
        if (stop == limit && start == limit) {
            lineNumber--;
            return false;
        }
        next = Math.min(stop + 1, limit);
        end = stop > start && buffer[stop - 1] == '\r' ? stop - 1 : stop;
        if (end - start > MAX_LINE_BYTES) {
            throw tooLong();
        }
        endCell();
        return true;
    }

    /** Finds the ends of cells up to the end of the line; returns its position, or the last one if it is not there. */
    private int scan(int from, int to) throws IOException {
        int i = from;
        int stop = from;
        while (i == stop && i < to) {
            // The array has room for as many cells as there are bytes in a chunk.
            stop = Math.min(to, i + CHUNK);
            i = scanChunk(i, stop);
            requireFewCells();
        }
        return i;
    }

    private int scanChunk(int from, int to) {
        // Local copies, which the JIT compiler keeps in registers.
        byte[] bytes = buffer;
        int[] found = ends;
        int lineStart = start;
        long separators = separator * EACH_BYTE;
        int count = cells;
        long all = 0;
        int i = from;
        for (; i + Long.BYTES <= to; i += Long.BYTES) {
            long word = (long) WORD.get(bytes, i);
            all |= word;
            long hits = zeroBytes(word ^ separators) | zeroBytes(word ^ LINE_ENDS);
            while (hits != 0) {
                int position = i + Long.numberOfTrailingZeros(hits) / Byte.SIZE;
                if (bytes[position] == '\n') {
                    return endScan(position, count, all);
                }
                found[count++] = position - lineStart;
                hits &= hits - 1;
            }
        }
        for (; i < to; i++) {
            byte value = bytes[i];
            all |= value;
            if (value == '\n') {
                return endScan(i, count, all);
            }
            if (value == separator) {
                found[count++] = i - lineStart;
            }
        }
        return endScan(i, count, all);
    }

    private int endScan(int position, int count, long all) {
        cells = count;
        bits |= all;
        return position;
    }

    /** Returns a long with the highest bit set in each byte that is zero, and all other bits clear. */
    private static long zeroBytes(long word) {
        return ~((word & ~HIGHEST_BITS) + ~HIGHEST_BITS | word | ~HIGHEST_BITS);
    }

    private void requireFewCells() throws IOException {
        if (cells >= MAX_CELLS) {
            throw new UnreadableException(
                    "has more than " + MAX_CELLS + " cells in a line; check that the file is a report", lineNumber);
        }
    }

    private void endCell() throws IOException {
        ends[cells++] = end - start;
    }

    /** Reads more behind the current line, which moves to the start of the buffer; returns false at the end. */
    private boolean fill() throws IOException {
        int length = limit - start;
        if (length > MAX_LINE_BYTES + 1) {
            throw tooLong();
        }
        byte[] target = length > buffer.length / 2 ? new byte[2 * buffer.length] : buffer;
        System.arraycopy(buffer, start, target, 0, length);
        buffer = target;
        start = 0;
        limit = length;
        int count = in.read(buffer, limit, buffer.length - limit);
        while (count == 0) {
            count = in.read(buffer, limit, buffer.length - limit);
        }
        limit += Math.max(count, 0);
        return count > 0;
    }

    private UnreadableException tooLong() {
        return new UnreadableException(
                "has a line of more than " + MAX_LINE_BYTES + " bytes; check that the file is a report", lineNumber);
    }

    /** Returns the number of the current line, counted from 1. */
    public long lineNumber() {
        return lineNumber;
    }

    /** Returns whether the current line is empty. */
    public boolean isEmpty() {
        return start == end;
    }

    /** Returns a copy of the cells of the current line. */
    public Cells cells() throws IOException {
        byte[] bytes = Arrays.copyOfRange(buffer, start, end);
        if (separator == ',' && QuotedLine.hasQuotes(bytes)) {
            return QuotedLine.split(bytes, lineNumber);
        }
        // Also set by bytes of the next line, which costs a little time and changes no text.
        return new Cells(bytes, Arrays.copyOf(ends, cells), (bits & HIGHEST_BITS) == 0);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
