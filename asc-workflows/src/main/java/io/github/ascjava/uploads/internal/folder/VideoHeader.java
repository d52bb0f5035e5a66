package io.github.ascjava.uploads.internal.folder;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the header of a QuickTime or MPEG-4 file says about the video.
 *
 * @param width in pixels, as it is shown
 * @param height in pixels, as it is shown
 * @param duration zero if the header does not say it
 * @param hasSound whether there is an audio track
 */
record VideoHeader(int width, int height, Duration duration, boolean hasSound) {

    /** Length and type. */
    private static final int BOX_HEAD = 8;
    /** The length of boxes whose length follows in 64 bits. */
    private static final int LONG_BOX = 1;
    /** Far more than the header of a video of half a minute takes. */
    private static final int MOST_BYTES = 1 << 24;

    /** Of the version, flags and times before duration and scale, in 32 bits each. */
    private static final int TIMES = 12;
    /** The same with times in 64 bits. */
    private static final int LONG_TIMES = 20;
    /** The matrix, width and height at the end of a track header. */
    private static final int MATRIX_AND_SIZE = 44;

    private static final int SIZE = 8;
    private static final int FRACTION_BITS = 16;
    /** Where numbers of the matrix are that stretch, and turn. */
    private static final int STRETCHES = 0;

    private static final int TURNS = 4;
    /** Version, flags and a reserved number before the type of a handler. */
    private static final int BEFORE_HANDLER = 8;

    private static final int TYPE = 4;
    private static final int MILLIS = 1000;

    /** Returns the header of a file; null if it has no video that can be read. */
    static @Nullable VideoHeader read(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer movie = movie(channel);
            return movie == null ? null : header(movie);
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException e) {
            return null; // It ends early, or a length is wrong.
        }
    }

    /** Finds the box that describes the video, before or behind the pictures themselves. */
    private static @Nullable ByteBuffer movie(FileChannel channel) throws IOException {
        for (long position = 0; position + BOX_HEAD <= channel.size(); ) {
            ByteBuffer head = bytes(channel, position, (int) Math.min(2 * BOX_HEAD, channel.size() - position));
            long length = Integer.toUnsignedLong(head.getInt());
            String type = type(head);
            int start = BOX_HEAD;
            if (length == LONG_BOX) {
                length = head.getLong();
                start += Long.BYTES;
            } else if (length == 0) {
                length = channel.size() - position;
            }
            if (length < start || length > channel.size() - position) {
                return null;
            }
            if (type.equals("moov")) {
                return length > MOST_BYTES ? null : bytes(channel, position + start, (int) length - start);
            }
            position += length;
        }
        return null;
    }

    private static @Nullable VideoHeader header(ByteBuffer movie) {
        Duration duration = Duration.ZERO;
        boolean hasSound = false;
        ByteBuffer video = null;
        for (Box box : boxes(movie)) {
            if (box.type.equals("mvhd")) {
                duration = duration(box.content);
            } else if (box.type.equals("trak")) {
                List<Box> track = boxes(box.content);
                String handler = handler(track);
                hasSound |= handler.equals("soun");
                video = handler.equals("vide") && video == null ? find(track, "tkhd") : video;
            }
        }
        return video == null ? null : of(video, duration, hasSound);
    }

    private static @Nullable VideoHeader of(ByteBuffer track, Duration duration, boolean hasSound) {
        ByteBuffer end = track.slice(track.limit() - MATRIX_AND_SIZE, MATRIX_AND_SIZE);
        int width = end.getInt(MATRIX_AND_SIZE - SIZE) >>> FRACTION_BITS;
        int height = end.getInt(MATRIX_AND_SIZE - SIZE / 2) >>> FRACTION_BITS;
        boolean isTurned = end.getInt(STRETCHES) == 0 && end.getInt(TURNS) != 0;
        if (width == 0 || height == 0) {
            return null;
        }
        return isTurned
                ? new VideoHeader(height, width, duration, hasSound)
                : new VideoHeader(width, height, duration, hasSound);
    }

    private static Duration duration(ByteBuffer header) {
        boolean isLong = header.get(0) == 1;
        header.position(isLong ? LONG_TIMES : TIMES);
        long unitsPerSecond = Integer.toUnsignedLong(header.getInt());
        long units = isLong ? header.getLong() : Integer.toUnsignedLong(header.getInt());
        // All bits are set where the duration is not known.
        boolean isKnown = unitsPerSecond > 0 && units > 0 && units < Long.MAX_VALUE / MILLIS && units != 0xFFFFFFFFL;
        return isKnown ? Duration.ofMillis(units * MILLIS / unitsPerSecond) : Duration.ZERO;
    }

    private static String handler(List<Box> track) {
        ByteBuffer media = find(track, "mdia");
        ByteBuffer handler = media == null ? null : find(boxes(media), "hdlr");
        return handler == null ? "" : type(handler.position(BEFORE_HANDLER));
    }

    private static @Nullable ByteBuffer find(List<Box> boxes, String type) {
        return boxes.stream()
                .filter(box -> box.type.equals(type))
                .findFirst()
                .map(Box::content)
                .orElse(null);
    }

    private static List<Box> boxes(ByteBuffer parent) {
        List<Box> boxes = new ArrayList<>();
        ByteBuffer rest = parent.duplicate();
        while (rest.remaining() >= BOX_HEAD) {
            int length = rest.getInt();
            if (length == 0) {
                break; // QuickTime ends some lists so.
            }
            String type = type(rest);
            ByteBuffer content = rest.slice(rest.position(), length - BOX_HEAD);
            rest.position(rest.position() + length - BOX_HEAD);
            boxes.add(new Box(type, content));
        }
        return boxes;
    }

    private static String type(ByteBuffer from) {
        byte[] type = new byte[TYPE];
        from.get(type);
        return new String(type, StandardCharsets.ISO_8859_1);
    }

    private static ByteBuffer bytes(FileChannel channel, long position, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining() && channel.read(bytes, position + bytes.position()) >= 0) {
            // Goes on until everything is read.
        }
        return bytes.flip();
    }

    String size() {
        return width + "x" + height;
    }

    private record Box(String type, ByteBuffer content) {}
}
