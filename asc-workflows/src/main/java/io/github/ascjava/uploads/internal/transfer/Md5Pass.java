package io.github.ascjava.uploads.internal.transfer;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.LongPredicate;

/** One sequential pass over a range of a file that computes its MD5. Not thread-safe. */
final class Md5Pass {

    private final SourceFile file;
    private final long start;
    private final long end;

    Md5Pass(SourceFile file, long offset, long length) {
        this.file = file;
        this.start = offset;
        this.end = offset + length;
    }

    /**
     * Returns the digest in lower-case hexadecimal digits, or an empty text if it was not to go on.
     *
     * @param goOn called before each window with its position; may wait
     */
    String run(LongPredicate goOn) throws SourceException {
        MessageDigest md5 = newMd5();
        // An array, because the JDK computes MD5 of a direct buffer through an array as well.
        ByteBuffer window = ByteBuffer.allocate((int) Math.min(SourceFile.WINDOW, end - start));
        for (long position = start; position < end; position += window.limit()) {
            if (!goOn.test(position)) {
                return "";
            }
            window.clear().limit((int) Math.min(window.capacity(), end - position));
            file.read(window, position);
            md5.update(window);
        }
        return HexFormat.of().formatHex(md5.digest());
    }

    private static MessageDigest newMd5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java runtime has no MD5, which every one must have.", e);
        }
    }
}
