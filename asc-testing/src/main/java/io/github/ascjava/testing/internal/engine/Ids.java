package io.github.ascjava.testing.internal.engine;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** Creates IDs in Apple's formats; the same seed gives the same IDs. Not thread-safe. */
public final class Ids {

    private static final String CODE_CHARACTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int CODE_LENGTH = 10;

    private final long seed;
    private final Random random;
    private final Set<String> used = new HashSet<>();

    /** Creates a source of IDs that depend on the seed alone. */
    public Ids(long seed) {
        this.seed = seed;
        this.random = new Random(seed);
    }

    /** Returns the seed. */
    public long seed() {
        return seed;
    }

    /** Excludes an ID that a fixture has. */
    public void use(String id) {
        used.add(id);
    }

    /** Returns a random UUID in lower case, the format of most IDs. */
    public String uuid() {
        long high = (random.nextLong() & ~0xF000L) | 0x4000L;
        long low = (random.nextLong() & ~(3L << 62)) | (2L << 62);
        String id = new UUID(high, low).toString();
        return used.contains(id) ? uuid() : id;
    }

    /** Returns a number with so many digits, the format of the IDs of apps and purchases. */
    public String digits(int count) {
        StringBuilder digits = new StringBuilder().append((char) ('1' + random.nextInt(9)));
        while (digits.length() < count) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return used.contains(digits.toString()) ? digits(count) : digits.toString();
    }

    /** Returns ten capital letters and digits, the format of the IDs of certificates, devices and profiles. */
    public String code() {
        StringBuilder code = new StringBuilder();
        while (code.length() < CODE_LENGTH) {
            code.append(CODE_CHARACTERS.charAt(random.nextInt(CODE_CHARACTERS.length())));
        }
        return used.contains(code.toString()) ? code() : code.toString();
    }
}
