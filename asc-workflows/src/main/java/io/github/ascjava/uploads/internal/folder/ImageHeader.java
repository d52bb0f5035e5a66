package io.github.ascjava.uploads.internal.folder;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What the header of a PNG or JPEG file says about the image.
 *
 * @param width in pixels
 * @param height in pixels
 * @param hasAlpha whether pixels can be transparent
 */
record ImageHeader(int width, int height, boolean hasAlpha) {

    private static final long PNG = 0x89504e470d0a1a0aL;
    private static final int HEADER_CHUNK = 0x49484452;
    private static final int TRANSPARENCY_CHUNK = 0x74524e53;
    private static final int DATA_CHUNK = 0x49444154;
    private static final int END_CHUNK = 0x49454e44;
    private static final int CHECKSUM = 4;
    /** Behind the color type: compression, filter and interlace. */
    private static final int REST_OF_HEADER = 3;

    private static final int COLOR_WITH_ALPHA = 4;

    private static final int JPEG = 0xffd8;
    private static final int MARKER = 0xff;
    private static final int START_OF_SCAN = 0xda;

    /** Returns the header of a file; null if it is neither PNG nor JPEG, or is damaged. */
    static @Nullable ImageHeader read(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            in.mark(Long.BYTES);
            int start = in.readUnsignedShort();
            in.reset();
            ImageHeader header = start == JPEG ? jpeg(in) : png(in);
            return header == null || header.width <= 0 || header.height <= 0 ? null : header;
        } catch (EOFException e) {
            return null;
        }
    }

    private static @Nullable ImageHeader png(DataInputStream in) throws IOException {
        if (in.readLong() != PNG) {
            return null;
        }
        in.readInt();
        if (in.readInt() != HEADER_CHUNK) {
            return null;
        }
        int width = in.readInt();
        int height = in.readInt();
        in.readByte();
        boolean hasAlpha = (in.readUnsignedByte() & COLOR_WITH_ALPHA) != 0;
        in.skipNBytes(REST_OF_HEADER + CHECKSUM);
        return new ImageHeader(width, height, hasAlpha || hasTransparency(in));
    }

    /** Returns whether there is a chunk that makes colors transparent before the first one with pixels. */
    private static boolean hasTransparency(DataInputStream in) throws IOException {
        while (true) {
            int length = in.readInt();
            int type = in.readInt();
            if (type == TRANSPARENCY_CHUNK) {
                return true;
            }
            if (type == DATA_CHUNK || type == END_CHUNK || length < 0) {
                return false;
            }
            in.skipNBytes((long) length + CHECKSUM);
        }
    }

    /** Skips the segments before the frame header. */
    private static @Nullable ImageHeader jpeg(DataInputStream in) throws IOException {
        in.readUnsignedShort();
        while (in.readUnsignedByte() == MARKER) {
            int type = in.readUnsignedByte();
            while (type == MARKER) {
                type = in.readUnsignedByte();
            }
            int length = in.readUnsignedShort();
            if (isFrame(type)) {
                in.readByte();
                int height = in.readUnsignedShort();
                return new ImageHeader(in.readUnsignedShort(), height, false);
            }
            if (type == START_OF_SCAN || length < Short.BYTES) {
                return null;
            }
            in.skipNBytes((long) length - Short.BYTES);
        }
        return null;
    }

    /** The markers from SOF0 to SOF15 but for DHT, JPG and DAC, which are among them. */
    private static boolean isFrame(int type) {
        return type >= 0xc0 && type <= 0xcf && type != 0xc4 && type != 0xc8 && type != 0xcc;
    }

    String size() {
        return width + "x" + height;
    }
}
