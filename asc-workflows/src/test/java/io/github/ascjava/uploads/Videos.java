package io.github.ascjava.uploads;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import okio.Buffer;
import okio.ByteString;

/** Videos without pictures, with the boxes that MPEG-4 and QuickTime files have. */
public final class Videos {

    private static final int SCALE = 600;
    private static final int ONE = 1 << 16;

    private Videos() {}

    /** Writes a video with stereo sound. */
    public static Path write(Path file, int width, int height, double seconds) {
        return write(file, movie(seconds, video(width, height, seconds, false), sound(seconds)));
    }

    /** Writes bytes, and the folder that they go to. */
    public static Path write(Path file, ByteString bytes) {
        try {
            Files.createDirectories(file.getParent());
            return Files.write(file, bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns a file whose header is behind the pictures, as cameras write it. */
    public static ByteString movie(double seconds, ByteString... tracks) {
        return join(
                box("ftyp", text("qt  "), zeros(4)),
                box("wide"),
                box("mdat", zeros(100)),
                box("moov", movieHeader(seconds), join(tracks)));
    }

    /** Returns the header of a movie. */
    public static ByteString movieHeader(double seconds) {
        return box("mvhd", zeros(12), number(SCALE, 4), number(units(seconds), 4), zeros(80));
    }

    /** Returns the same with times of eight bytes. */
    public static ByteString longMovieHeader(double seconds) {
        return box("mvhd", number(1, 1), zeros(19), number(SCALE, 4), number(units(seconds), 8), zeros(80));
    }

    /** Returns a video track; one that is turned is shown with width and height exchanged. */
    public static ByteString video(int width, int height, double seconds, boolean isTurned) {
        ByteString matrix = isTurned
                ? join(zeros(4), number(ONE, 4), zeros(4), number(-ONE, 4), zeros(16), number(1 << 30, 4))
                : join(number(ONE, 4), zeros(12), number(ONE, 4), zeros(12), number(1 << 30, 4));
        ByteString head = box("tkhd", zeros(40), matrix, number((long) width << 16, 4), number((long) height << 16, 4));
        return box("trak", head, media("vide", seconds, zeros(0)));
    }

    /** Returns a stereo sound track. */
    public static ByteString sound(double seconds) {
        ByteString entry = box("lpcm", zeros(16), number(2, 2), zeros(10));
        return box("trak", box("tkhd", zeros(84)), media("soun", seconds, entry));
    }

    private static ByteString media(String handler, double seconds, ByteString entry) {
        return box(
                "mdia",
                box("mdhd", zeros(12), number(SCALE, 4), number(units(seconds), 4), zeros(4)),
                box("hdlr", zeros(8), text(handler), zeros(12)),
                box("minf", box("stbl", box("stsd", zeros(4), number(1, 4), entry))));
    }

    /** Returns a box. */
    public static ByteString box(String type, ByteString... content) {
        ByteString all = join(content);
        return join(number(all.size() + 8, 4), text(type), all);
    }

    /** Joins bytes. */
    public static ByteString join(ByteString... parts) {
        Buffer buffer = new Buffer();
        for (ByteString part : parts) {
            buffer.write(part);
        }
        return buffer.readByteString();
    }

    /** Returns a number in big-endian order. */
    public static ByteString number(long number, int bytes) {
        Buffer buffer = new Buffer();
        for (int i = bytes - 1; i >= 0; i--) {
            buffer.writeByte((int) (number >> (8 * i)));
        }
        return buffer.readByteString();
    }

    /** Returns zeros. */
    public static ByteString zeros(int count) {
        return ByteString.of(new byte[count]);
    }

    private static long units(double seconds) {
        return Math.round(seconds * SCALE);
    }

    private static ByteString text(String text) {
        return ByteString.encodeString(text, StandardCharsets.ISO_8859_1);
    }
}
