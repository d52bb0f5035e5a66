package io.github.ascjava.testing.internal.behavior.reports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import okio.Buffer;
import okio.ByteString;

/**
 * Compresses report files; the same text gives the same bytes.
 *
 * @param unusual whether files have two members, and a byte order mark
 */
record Gzip(boolean unusual) {

    ByteString pack(String text) {
        byte[] bytes = (unusual ? "\uFEFF" + text : text).getBytes(StandardCharsets.UTF_8);
        // In the middle of a row, perhaps even of a character: a reader must not care.
        int firstMember = unusual ? bytes.length / 2 : bytes.length;
        Buffer file = new Buffer();
        addMember(bytes, 0, firstMember, file);
        if (unusual) {
            addMember(bytes, firstMember, bytes.length, file);
        }
        return file.readByteString();
    }

    private static void addMember(byte[] bytes, int from, int to, Buffer file) {
        try (GZIPOutputStream gzip = new GZIPOutputStream(file.outputStream())) {
            gzip.write(bytes, from, to - from);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory cannot fail.", e);
        }
    }
}
