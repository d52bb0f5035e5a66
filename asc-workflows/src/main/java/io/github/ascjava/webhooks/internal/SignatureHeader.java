package io.github.ascjava.webhooks.internal;

import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The value of the signature header: {@code hmacsha256=} and 64 hexadecimal digits. */
public final class SignatureHeader {

    private static final String PREFIX = "hmacsha256=";
    private static final int BYTES = 32;

    private SignatureHeader() {}

    /** Writes a signature as the service does, in lower case. */
    public static String format(byte[] signature) {
        return PREFIX + HexFormat.of().formatHex(signature);
    }

    /** Reads a signature in either case, with space around it; null if the value has another form. */
    public static byte @Nullable [] parse(String value) {
        String text = value.strip();
        if (text.length() != PREFIX.length() + 2 * BYTES || !text.regionMatches(true, 0, PREFIX, 0, PREFIX.length())) {
            return null;
        }
        byte[] signature = new byte[BYTES];
        for (int i = 0; i < BYTES; i++) {
            int high = digit(text.charAt(PREFIX.length() + 2 * i));
            int low = digit(text.charAt(PREFIX.length() + 2 * i + 1));
            if (high < 0 || low < 0) {
                return null;
            }
            signature[i] = (byte) (high << 4 | low);
        }
        return signature;
    }

    /** {@link Character#digit} would accept digits of other scripts. */
    private static int digit(char c) {
        return HexFormat.isHexDigit(c) ? HexFormat.fromHexDigit(c) : -1;
    }
}
