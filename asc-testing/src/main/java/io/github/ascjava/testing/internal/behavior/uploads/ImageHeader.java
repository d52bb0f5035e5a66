package io.github.ascjava.testing.internal.behavior.uploads;

import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * What the header of a PNG or JPEG says.
 *
 * @param width in pixels
 * @param height in pixels
 * @param alpha whether the pixels have an alpha channel, even if it is opaque
 */
record ImageHeader(int width, int height, boolean alpha) {

    private static final ByteString PNG = ByteString.decodeHex("89504e470d0a1a0a0000000d49484452");
    private static final int PNG_WIDTH = 16;
    private static final int PNG_HEIGHT = 20;
    private static final int PNG_COLOR_TYPE = 25;
    private static final int WITH_ALPHA = 4;

    private static final ByteString JPEG = ByteString.decodeHex("ffd8");
    private static final int MARKER = 0xff;
    private static final int START_OF_SCAN = 0xda;

    /** Reads the header of a file; null if the file is not an image, or its header is cut or malformed. */
    static @Nullable ImageHeader read(ByteString file) {
        try {
            FileBytes bytes = new FileBytes(file);
            ImageHeader header = file.startsWith(PNG) ? png(bytes) : file.startsWith(JPEG) ? jpeg(bytes) : null;
            return header == null || header.width <= 0 || header.height <= 0 ? null : header;
        } catch (IndexOutOfBoundsException e) {
            return null;
        }
    }

    private static ImageHeader png(FileBytes file) {
        boolean alpha = (file.number(PNG_COLOR_TYPE, 1) & WITH_ALPHA) != 0;
        return new ImageHeader((int) file.number(PNG_WIDTH, 4), (int) file.number(PNG_HEIGHT, 4), alpha);
    }

    /** Skips the segments before the frame header. */
    private static @Nullable ImageHeader jpeg(FileBytes file) {
        long at = JPEG.size();
        while (file.number(at, 1) == MARKER) {
            int marker = (int) file.number(at + 1, 1);
            if (marker == MARKER) {
                at++; // A marker may be preceded by fill bytes.
                continue;
            }
            if (isFrame(marker)) {
                return new ImageHeader((int) file.number(at + 7, 2), (int) file.number(at + 5, 2), false);
            }
            if (marker == START_OF_SCAN) {
                return null;
            }
            at += 2 + Math.max(2, file.number(at + 2, 2));
        }
        return null;
    }

    /** The markers from SOF0 to SOF15 but for DHT, JPG and DAC, which are among them. */
    private static boolean isFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }
}
