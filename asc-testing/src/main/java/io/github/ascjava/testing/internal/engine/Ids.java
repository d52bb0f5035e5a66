package io.github.ascjava.testing.internal.engine;

import java.util.Random;
import java.util.UUID;

/** Creates IDs in Apple's formats; the same seed gives the same IDs. Not thread-safe. */
public final class Ids {

    private static final String CODE_CHARACTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int CODE_LENGTH = 10;

    private final Random random;

    /** Creates a source of IDs that depend on the seed alone. */
    public Ids(long seed) {
        this.random = new Random(seed);
    }

    /** Returns a random UUID in lower case, the format of most IDs. */
    public String uuid() {
        long high = (random.nextLong() & ~0xF000L) | 0x4000L;
        long low = (random.nextLong() & ~(3L << 62)) | (2L << 62);
        return new UUID(high, low).toString();
    }

    /** Returns a number with so many digits, the format of the IDs of apps and purchases. */
    public String digits(int count) {
        StringBuilder digits = new StringBuilder().append((char) ('1' + random.nextInt(9)));
        while (digits.length() < count) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return digits.toString();
    }

    /** Returns ten capital letters and digits, the format of the IDs of certificates, devices and profiles. */
    public String code() {
        StringBuilder code = new StringBuilder();
        while (code.length() < CODE_LENGTH) {
            code.append(CODE_CHARACTERS.charAt(random.nextInt(CODE_CHARACTERS.length())));
        }
        return code.toString();
    }
}
