package io.github.ascjava.notary.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Tells archives that Apple notarizes from other files by their first and last bytes.
 *
 * <p>A cut archive is noticed where its format has an end: zip archives and disk images keep their directory there.
 */
public final class ArchiveCheck {

    private static final String ACCEPTED =
            "Apple notarizes zip archives, UDIF disk images (.dmg) and flat installer packages" + " (.pkg).";
    private static final int HEAD = 32;
    private static final int ZIP = 0x504b0304;
    private static final int EMPTY_ZIP = 0x504b0506;
    private static final int ZIP_END = 0x06054b50;
    private static final int ZIP_END_BYTES = 22;
    private static final int LONGEST_ZIP_COMMENT = 0xffff;
    private static final int XAR = 0x78617221;
    private static final int XAR_TABLE_LENGTH_AT = 8;
    private static final int KOLY = 0x6b6f6c79;
    private static final int KOLY_BYTES = 512;

    private ArchiveCheck() {}

    /**
     * Returns what keeps a file from being notarized, in a sentence or two, or null if nothing does.
     *
     * @throws NoSuchFileException if there is no such file
     * @throws IOException if it cannot be read
     */
    public static @Nullable String problem(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            return file + " is a folder. " + ACCEPTED
                    + " Pack an app with: ditto -c -k --keepParent NAME.app NAME.zip, or elsewhere with a zip program that"
                    + " keeps symbolic links.";
        }
        if (!Files.isRegularFile(file)) {
            if (!Files.exists(file)) {
                throw new NoSuchFileException(file.toString());
            }
            return file + " is not a regular file. " + ACCEPTED;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return problem(file, channel);
        }
    }

    private static @Nullable String problem(Path file, FileChannel channel) throws IOException {
        long size = channel.size();
        if (size == 0) {
            return file + " is empty. " + ACCEPTED;
        }
        ByteBuffer head = read(channel, 0, (int) Math.min(HEAD, size));
        int magic = head.limit() >= Integer.BYTES ? head.getInt(0) : 0;
        if (magic == EMPTY_ZIP) {
            return file + " is a zip archive without files.";
        }
        if (magic == ZIP) {
            return hasZipEnd(channel, size) ? null : cut(file, "zip archive", "its directory, which is at the end");
        }
        if (magic == XAR) {
            boolean hasTable = head.limit() >= XAR_TABLE_LENGTH_AT + Long.BYTES
                    && Long.compareUnsigned(head.getLong(XAR_TABLE_LENGTH_AT), size) < 0;
            return hasTable ? null : cut(file, "installer package", "its table of contents");
        }
        if (size >= KOLY_BYTES
                && read(channel, size - KOLY_BYTES, Integer.BYTES).getInt(0) == KOLY) {
            return null;
        }
        return file + " is " + foreign(head, file) + ". " + ACCEPTED;
    }

    private static boolean hasZipEnd(FileChannel channel, long size) throws IOException {
        int length = (int) Math.min(size, ZIP_END_BYTES + LONGEST_ZIP_COMMENT);
        ByteBuffer tail = read(channel, size - length, length);
        for (int at = length - ZIP_END_BYTES; at >= 0; at--) {
            if (Integer.reverseBytes(tail.getInt(at)) == ZIP_END) {
                return true;
            }
        }
        return false;
    }

    private static String cut(Path file, String kind, String missing) {
        return file + " is a " + kind + " without " + missing + ". It is incomplete; build or download it again.";
    }

    private static String foreign(ByteBuffer head, Path file) {
        String text = StandardCharsets.ISO_8859_1.decode(head.duplicate()).toString();
        if (text.startsWith("\u001f\u008b")) {
            return "a gzip file";
        }
        boolean isProgram = text.startsWith("\u00ca\u00fe\u00ba\u00be")
                || text.startsWith("\u00cf\u00fa\u00ed\u00fe")
                || text.startsWith("\u00ce\u00fa\u00ed\u00fe");
        if (isProgram) {
            return "a program, which has to be packed into a zip archive first";
        }
        return String.valueOf(file.getFileName()).endsWith(".dmg")
                ? "not a UDIF disk image, or an incomplete one"
                : "neither of those";
    }

    private static ByteBuffer read(FileChannel channel, long position, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining() && channel.read(buffer, position + buffer.position()) >= 0) {
            // Each read appends what it got.
        }
        return buffer.flip();
    }
}
