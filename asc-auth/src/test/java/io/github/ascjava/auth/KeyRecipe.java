package io.github.ascjava.auth;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Creates contents of key files from a fuzzer's input.
 *
 * <p>A byte that never occurs in UTF-8 stands for a piece of a key generated at run time, and the two bytes after it
 * select the part of the piece; every other byte stands for itself. So a fuzzer reaches real keys, complete and
 * damaged, while its inputs contain none.
 */
final class KeyRecipe {

    /** Not a byte of UTF-8, nor of the byte order marks of UTF-16. */
    private static final byte[] CODES = {
        (byte) 0xc0,
        (byte) 0xc1,
        (byte) 0xf5,
        (byte) 0xf6,
        (byte) 0xf7,
        (byte) 0xf8,
        (byte) 0xf9,
        (byte) 0xfa,
        (byte) 0xfb,
        (byte) 0xfc,
        (byte) 0xfd
    };

    private final List<byte[]> pieces;

    KeyRecipe(TestKey key) {
        this.pieces = List.of(
                ascii(key.applePem()),
                ascii(key.applePem().replace("\n", "\\n")),
                ascii(key.jdkPem()),
                ascii(key.sec1Pem()),
                ascii(TestKey.base64(key.appleDer())),
                ascii(TestKey.base64(key.sec1Der())),
                ascii(TestKey.base64(key.applePem())),
                key.appleDer(),
                key.jdkDer(),
                key.sec1Der(),
                key.version2Der(TestKey.compressed(key.point())));
    }

    byte[] follow(byte[] recipe) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (int i = 0; i < recipe.length; i++) {
            int piece = Arrays.binarySearch(CODES, recipe[i]);
            if (piece >= 0 && i + 2 < recipe.length) {
                content.writeBytes(part(pieces.get(piece), recipe[i + 1] & 0xff, recipe[i + 2] & 0xff));
                i += 2;
            } else {
                content.write(recipe[i]);
            }
        }
        return content.toByteArray();
    }

    /** The longest piece has more than 255 bytes; this number means its end. */
    private static byte[] part(byte[] piece, int from, int to) {
        int end = to == 0xff ? piece.length : Math.min(to, piece.length);
        return from < end ? Arrays.copyOfRange(piece, from, end) : new byte[0];
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
