package io.github.ascjava.testing.internal.behavior.uploads;

import io.github.ascjava.testing.internal.behavior.uploads.MovieHeader.Box;
import java.util.Optional;

/**
 * Reads how many channels an audio track has. Writers of MP4 put a 2 into the sample entry of every AAC track, so what
 * the decoder is told decides where the file has it.
 */
final class AudioChannels {

    /** The number of bytes before the first box in a sample entry, by its version. */
    private static final int[] ENTRY = {28, 44};

    private static final int ES = 3;
    private static final int DECODER_CONFIG = 4;
    private static final int DECODER_INFO = 5;

    private AudioChannels() {}

    /** Returns the number for the media box of a track; 0 if the file does not say. */
    static int of(FileBytes file, Box media) {
        Box descriptions = media.child(file, "minf")
                .flatMap(box -> box.child(file, "stbl"))
                .flatMap(box -> box.child(file, "stsd"))
                .orElse(null);
        if (descriptions == null) {
            return 0;
        }
        // The number of entries precedes them; a track has one.
        Box entries = new Box("", descriptions.from() + 8, descriptions.to());
        return entries.children(file).stream()
                .mapToInt(entry -> ofEntry(file, entry))
                .max()
                .orElse(0);
    }

    private static int ofEntry(FileBytes file, Box entry) {
        int version = (int) file.number(entry.from() + 8, 2);
        if (version >= ENTRY.length) {
            return (int) file.number(entry.from() + 40, 4);
        }
        Box rest = new Box("", entry.from() + ENTRY[version], entry.to());
        Optional<Box> decoder =
                rest.child(file, "esds").or(() -> rest.child(file, "wave").flatMap(wave -> wave.child(file, "esds")));
        int told = decoder.map(box -> told(file, box)).orElse(0);
        return told > 0 ? told : (int) file.number(entry.from() + 16, 2);
    }

    /** Reads MPEG-4 descriptors down to the AudioSpecificConfig. */
    private static int told(FileBytes file, Box decoder) {
        long stream = content(file, decoder.from() + 4, ES);
        long config = stream < 0 ? -1 : content(file, stream + 3, DECODER_CONFIG);
        long info = config < 0 ? -1 : content(file, config + 13, DECODER_INFO);
        if (info < 0) {
            return 0;
        }
        long bits = file.number(info, 2);
        boolean isUsual = bits >> 11 != 31 && (bits >> 7 & 15) != 15;
        return isUsual ? (int) (bits >> 3 & 15) : 0;
    }

    /** Returns the position of a descriptor's content, after a length of one to four bytes; -1 if it is another one. */
    private static long content(FileBytes file, long at, int tag) {
        if (file.number(at, 1) != tag) {
            return -1;
        }
        long next = at + 1;
        while (next < at + 4 && file.number(next, 1) > 0x7f) {
            next++;
        }
        return next + 1;
    }
}
