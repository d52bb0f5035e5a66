package io.github.ascjava.testing.internal.behavior.uploads;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * What the header of an MP4 or QuickTime movie says about its tracks.
 *
 * @param video the length of the longest video track in seconds
 * @param audio the length of the longest audio track in seconds; negative if there is none
 * @param channels the most channels that an audio track has; 0 if there is none or the file does not say
 */
record MovieHeader(double video, double audio, int channels) {

    private static final int BOX_HEADER = 8;
    private static final int LONG_BOX_HEADER = 16;

    /** Reads the header of a file; null if the file is not a movie, or its header is cut or malformed. */
    static @Nullable MovieHeader read(ByteString bytes) {
        try {
            FileBytes file = new FileBytes(bytes);
            Optional<Box> movie = new Box("", 0, file.size()).child(file, "moov");
            return movie.isEmpty() ? null : read(file, movie.get());
        } catch (IndexOutOfBoundsException e) {
            return null;
        }
    }

    private static @Nullable MovieHeader read(FileBytes file, Box movie) {
        double video = -1;
        double audio = -1;
        int channels = 0;
        for (Box track : movie.children(file)) {
            Box media = track.child(file, "mdia").orElse(null);
            if (media == null || !track.name.equals("trak")) {
                continue;
            }
            double seconds =
                    media.child(file, "mdhd").map(box -> seconds(file, box)).orElse(0.0);
            switch (media.child(file, "hdlr")
                    .map(box -> file.name(box.from + 8))
                    .orElse("")) {
                case "vide" -> video = Math.max(video, seconds);
                case "soun" -> {
                    audio = Math.max(audio, seconds);
                    channels = Math.max(channels, AudioChannels.of(file, media));
                }
                default -> {}
            }
        }
        return video < 0 ? null : new MovieHeader(video, audio, channels);
    }

    /** The times of creation and modification precede the time scale, with eight bytes in version 1. */
    private static double seconds(FileBytes file, Box header) {
        boolean isLong = file.number(header.from, 1) == 1;
        double scale = file.number(header.from + (isLong ? 20 : 12), 4);
        double duration = isLong ? file.number(header.from + 24, 8) : file.number(header.from + 16, 4);
        return scale == 0 ? 0 : duration / scale;
    }

    /**
     * A part of the file with a name.
     *
     * @param from the position of its content
     * @param to the position after its content, which is never beyond its parent's
     */
    record Box(String name, long from, long to) {

        Optional<Box> child(FileBytes file, String wanted) {
            return children(file).stream()
                    .filter(each -> each.name.equals(wanted))
                    .findFirst();
        }

        /** Returns the boxes inside, up to the first one that claims to be larger than this one. */
        List<Box> children(FileBytes file) {
            List<Box> boxes = new ArrayList<>();
            long at = from;
            while (at + BOX_HEADER <= to) {
                long size = file.number(at, 4);
                long header = BOX_HEADER;
                if (size == 1) {
                    header = LONG_BOX_HEADER;
                    size = file.number(at + BOX_HEADER, 8);
                } else if (size == 0) {
                    size = to - at; // The last box of a file may leave its size open.
                }
                if (size < header || size > to - at) {
                    break;
                }
                boxes.add(new Box(file.name(at + 4), at + header, at + size));
                at += size;
            }
            return boxes;
        }
    }
}
