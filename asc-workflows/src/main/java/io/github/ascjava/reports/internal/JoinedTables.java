package io.github.ascjava.reports.internal;

import io.github.ascjava.client.error.InvalidResponseException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * Tables with the same header, gzipped or not, as one table: the header of the first one, then the lines of all.
 *
 * <p>Each file is opened when the one before has ended. Used by one thread at a time.
 */
public final class JoinedTables extends InputStream {

    private static final int BUFFER = 64 * 1024;
    private static final int LINE_END = '\n';

    private final Iterator<InputStream> files;
    private final String operation;
    private byte @Nullable [] header;
    private @Nullable InputStream text;
    private int last = LINE_END;
    /** What comes before the rest of the current file: the first header, or a missing end of line. */
    private byte[] ahead = {};

    private int aheadAt;

    /** @param files opens each file with {@code next}; at least one */
    public JoinedTables(Iterator<InputStream> files, String operation) {
        this.files = files;
        this.operation = operation;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (true) {
            if (aheadAt < ahead.length) {
                int count = Math.min(length, ahead.length - aheadAt);
                System.arraycopy(ahead, aheadAt, buffer, offset, count);
                aheadAt += count;
                return count;
            }
            int count = text == null ? -1 : text.read(buffer, offset, length);
            if (count > 0) {
                last = buffer[offset + count - 1];
                return count;
            }
            if (!openNext()) {
                return -1;
            }
        }
    }

    private boolean openNext() throws IOException {
        close();
        if (!files.hasNext()) {
            return false;
        }
        InputStream file = files.next();
        text = file;
        InputStream lines = new BufferedInputStream(GunzipInputStream.decompress(file), BUFFER);
        text = lines;
        byte[] line = firstLine(lines);
        byte[] first = header;
        if (first == null) {
            header = withoutEnd(line);
            put(line);
        } else if (!Arrays.equals(first, withoutEnd(line))) {
            throw new InvalidResponseException(
                    operation, 1, "the segments of the report have different columns, so they are not one table", null);
        } else if (last != LINE_END) {
            put(new byte[] {LINE_END});
        }
        return true;
    }

    private void put(byte[] bytes) {
        ahead = bytes;
        aheadAt = 0;
        last = bytes.length == 0 ? last : bytes[bytes.length - 1];
    }

    private byte[] firstLine(InputStream lines) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int read = lines.read(); read >= 0; read = lines.read()) {
            if (line.size() == LineReader.MAX_LINE_BYTES) {
                throw new InvalidResponseException(
                        operation, 1, "the first line of a segment is longer than 1 MiB, so it is not a report", null);
            }
            line.write(read);
            if (read == LINE_END) {
                break;
            }
        }
        return line.toByteArray();
    }

    private static byte[] withoutEnd(byte[] line) {
        int length = line.length;
        while (length > 0 && (line[length - 1] == LINE_END || line[length - 1] == '\r')) {
            length--;
        }
        return Arrays.copyOf(line, length);
    }

    @Override
    public void close() throws IOException {
        InputStream open = text;
        text = null;
        if (open != null) {
            open.close();
        }
    }
}
