package io.github.ascjava.testing.internal.behavior.uploads;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import okio.Buffer;
import okio.ByteString;

/** Images from the JDK's own writers, and movies with the boxes that MP4 and QuickTime files have. */
final class MediaFiles {

    private static final int TIME_SCALE = 600;

    private MediaFiles() {}

    static ByteString png(int width, int height, boolean alpha) {
        return image("png", width, height, alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
    }

    static ByteString jpeg(int width, int height) {
        return image("jpg", width, height, BufferedImage.TYPE_INT_RGB);
    }

    private static ByteString image(String format, int width, int height, int type) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(new BufferedImage(width, height, type), format, out)) {
                throw new IllegalStateException("The JDK writes no " + format + ".");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ByteString.of(out.toByteArray());
    }

    /** The signature and the first chunk, without its checksum: all that a header check reads. */
    static ByteString pngHeader(int width, int height) {
        return new Buffer()
                .write(ByteString.decodeHex("89504e470d0a1a0a0000000d49484452"))
                .writeInt(width)
                .writeInt(height)
                .write(ByteString.decodeHex("0802000000"))
                .readByteString();
    }

    /** A movie whose header follows its data, as cameras write it. */
    static ByteString movie(ByteString... tracks) {
        return join(
                box("ftyp", text("isom"), zeros(4)),
                box("mdat", zeros(100)),
                box("moov", prepend(box("mvhd", zeros(100)), tracks)));
    }

    static ByteString video(double seconds) {
        return track("vide", seconds, zeros(0));
    }

    /** An audio track of QuickTime, whose sample entry has the number of channels. */
    static ByteString audio(double seconds, int channels) {
        return track("soun", seconds, box("lpcm", zeros(16), number(channels, 2), zeros(10)));
    }

    /** An audio track of MP4: its sample entry always has two channels, its decoder is told how many there are. */
    static ByteString aac(double seconds, int channels) {
        return track("soun", seconds, box("mp4a", zeros(16), number(2, 2), zeros(10), decoder(channels)));
    }

    /** The same in QuickTime, whose sample entry has a version and more members before the boxes. */
    static ByteString quickTimeAac(double seconds, int channels) {
        ByteString wave = box("wave", box("frma", text("mp4a")), decoder(channels));
        return track(
                "soun",
                seconds,
                box("mp4a", zeros(8), number(1, 2), zeros(6), number(2, 2), zeros(10), zeros(16), wave));
    }

    /** An audio track with the newest sample entry of QuickTime, where the number of channels has four bytes. */
    static ByteString longAudio(double seconds, int channels) {
        return track(
                "soun",
                seconds,
                box("lpcm", zeros(8), number(2, 2), zeros(6), number(3, 2), zeros(22), number(channels, 4), zeros(20)));
    }

    /** What the decoder is told: an AudioSpecificConfig within its descriptors. */
    private static ByteString decoder(int channels) {
        ByteString config = descriptor(5, number(2 << 11 | 4 << 7 | channels << 3, 2));
        ByteString stream = descriptor(3, join(zeros(3), descriptor(4, join(zeros(13), config))));
        return box("esds", zeros(4), stream);
    }

    /** A track whose times have eight bytes each. */
    static ByteString longVideo(double seconds) {
        ByteString header = box(
                "mdhd",
                number(1, 1),
                zeros(19),
                number(TIME_SCALE, 4),
                number(Math.round(seconds * TIME_SCALE), 8),
                zeros(4));
        return box("trak", box("mdia", header, box("hdlr", zeros(8), text("vide"), zeros(12))));
    }

    private static ByteString track(String handler, double seconds, ByteString entry) {
        ByteString header =
                box("mdhd", zeros(12), number(TIME_SCALE, 4), number(Math.round(seconds * TIME_SCALE), 4), zeros(4));
        ByteString table = box("stbl", box("stsd", zeros(4), number(1, 4), entry));
        return box(
                "trak",
                box("tkhd", zeros(84)),
                box("mdia", header, box("hdlr", zeros(8), text(handler), zeros(12)), box("minf", table)));
    }

    /** The length has four bytes although one would do, as Apple's writers have it. */
    private static ByteString descriptor(int tag, ByteString content) {
        return join(number(tag, 1), ByteString.decodeHex("808080"), number(content.size(), 1), content);
    }

    static ByteString box(String name, ByteString... content) {
        ByteString all = join(content);
        return join(number(all.size() + 8, 4), text(name), all);
    }

    static ByteString number(long number, int bytes) {
        Buffer buffer = new Buffer();
        for (int i = bytes - 1; i >= 0; i--) {
            buffer.writeByte((int) (number >> (8 * i)));
        }
        return buffer.readByteString();
    }

    static ByteString zeros(int count) {
        return ByteString.of(new byte[count]);
    }

    static ByteString text(String text) {
        return ByteString.encodeString(text, StandardCharsets.ISO_8859_1);
    }

    static ByteString join(ByteString... parts) {
        Buffer buffer = new Buffer();
        for (ByteString part : parts) {
            buffer.write(part);
        }
        return buffer.readByteString();
    }

    private static ByteString[] prepend(ByteString first, ByteString... rest) {
        ByteString[] all = Arrays.copyOf(new ByteString[] {first}, rest.length + 1);
        System.arraycopy(rest, 0, all, 1, rest.length);
        return all;
    }
}
