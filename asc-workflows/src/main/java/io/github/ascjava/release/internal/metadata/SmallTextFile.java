package io.github.ascjava.release.internal.metadata;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads text files in UTF-8, up to a size. */
final class SmallTextFile {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private SmallTextFile() {}

    /** Thrown for a file that is not a text; the message is a sentence without the name of the file. */
    static final class UnreadableException extends Exception {

        private static final long serialVersionUID = 1L;

        private final int line;

        UnreadableException(String message, int line) {
            super(message);
            this.line = line;
        }

        int line() {
            return line;
        }
    }

    /** Reads a file; a byte order mark is left out. Symbolic links are followed to regular files. */
    static String read(Path file, int maxBytes) throws UnreadableException {
        if (!Files.isRegularFile(file)) {
            throw new UnreadableException(
                    Files.exists(file)
                            ? "This is not a regular file."
                            : Files.isSymbolicLink(file)
                                    ? "The symbolic link leads nowhere."
                                    : "The file does not exist.",
                    0);
        }
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(maxBytes + 1);
        } catch (IOException e) {
            throw new UnreadableException("The file cannot be read: " + e + ".", 0);
        }
        if (bytes.length > maxBytes) {
            throw new UnreadableException(
                    "The file has more than " + maxBytes / 1024 + " KiB. Texts of a product page are much shorter.", 0);
        }
        return decode(bytes);
    }

    private static String decode(byte[] bytes) throws UnreadableException {
        int mark = bytes.length < 2 ? 0 : ((bytes[0] & 0xFF) << 8) | (bytes[1] & 0xFF);
        if (mark == 0xFEFF || mark == 0xFFFE) {
            throw new UnreadableException("The text is in UTF-16. Save it in UTF-8.", 1);
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        try {
            CoderResult result = decoder.decode(in, out, true);
            if (result.isError()) {
                result.throwException();
            }
        } catch (CharacterCodingException e) {
            int line = 1 + (int) out.flip().chars().filter(each -> each == '\n').count();
            throw new UnreadableException(
                    "The text is not in UTF-8 from byte " + (in.position() + 1) + " on. Save it in UTF-8.", line);
        }
        String text = out.flip().toString();
        return text.length() > 0 && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }
}
