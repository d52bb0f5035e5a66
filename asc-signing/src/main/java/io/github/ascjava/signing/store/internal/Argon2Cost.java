package io.github.ascjava.signing.store.internal;

import io.github.ascjava.signing.internal.UnreadableException;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * What it costs to derive a key from a passphrase with Argon2id, version 1.3.
 *
 * <p>The cost is read from a file that an attacker may have changed, so the upper bounds keep it from exhausting memory and
 * processor. A cost that was lowered gains nothing: the key is then another one and does not open the data key. So the lower
 * bounds are only what no program writes less than.
 *
 * @param memory in KiB, from 1024 (1 MiB) to 262144 (256 MiB)
 * @param passes over that memory, from 1; memory times passes is 1 GiB at most
 * @param lanes from 1 to 16
 */
public record Argon2Cost(int memory, int passes, int lanes) {

    /** The second recommendation of RFC 9106: 64 MiB, about half a second. */
    public static final Argon2Cost STANDARD = new Argon2Cost(64 << 10, 3, 4);

    /** The cheapest cost that the format permits. */
    public static final Argon2Cost LEAST = new Argon2Cost(1 << 10, 1, 1);

    private static final int MOST_MEMORY = 256 << 10;
    private static final long MOST_WORK = 1 << 20;
    private static final int MOST_LANES = 16;

    /** Throws an exception unless the cost is within the bounds. */
    void check() throws UnreadableException {
        boolean isEnough = memory >= LEAST.memory && passes >= LEAST.passes && lanes >= LEAST.lanes;
        if (!isEnough || memory > MOST_MEMORY || lanes > MOST_LANES || (long) memory * passes > MOST_WORK) {
            throw new UnreadableException("asks for a key derivation of " + memory + " KiB, " + passes + " passes and "
                    + lanes + " lanes, which is outside of the permitted range. It was changed, or is not a store.");
        }
    }

    /** Derives a key of 32 bytes. */
    byte[] derive(byte[] passphrase, byte[] salt) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memory)
                .withIterations(passes)
                .withParallelism(lanes)
                .withSalt(salt)
                .build());
        byte[] key = new byte[AesGcm.KEY_BYTES];
        generator.generateBytes(passphrase, key);
        return key;
    }
}
