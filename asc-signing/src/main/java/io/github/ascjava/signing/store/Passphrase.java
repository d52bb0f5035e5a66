package io.github.ascjava.signing.store;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What a store is opened with: text, used as UTF-8 exactly as given.
 *
 * <p>It is kept as an array, which {@link #close()} overwrites. Not thread-safe.
 *
 * @since 0.1.0
 */
public final class Passphrase implements AutoCloseable {

    /** The fewest bytes of a passphrase for a new store; whoever has the folder can guess as long as they like. */
    public static final int LEAST_BYTES = 12;

    private static final int MOST_BYTES = 4096;

    private final byte[] utf8;
    private boolean isClosed;

    private Passphrase(byte[] utf8) {
        this.utf8 = utf8;
    }

    /**
     * Returns a passphrase of characters. The array is copied; the caller overwrites it.
     *
     * @throws StoreException if it is empty, or has more than 4096 bytes
     */
    public static Passphrase of(char[] characters) {
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(characters));
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        encoded.clear().put(new byte[encoded.capacity()]);
        return checked(bytes);
    }

    /**
     * Returns a passphrase of bytes, such as the content of a file. The array is copied; the caller overwrites it.
     *
     * @throws StoreException if it is empty, or has more than 4096 bytes
     */
    public static Passphrase ofBytes(byte[] utf8) {
        return checked(utf8.clone());
    }

    private static Passphrase checked(byte[] bytes) {
        if (bytes.length == 0) {
            throw new StoreException(StoreException.Reason.REJECTED, "The passphrase is empty.");
        } else if (bytes.length > MOST_BYTES) {
            throw new StoreException(
                    StoreException.Reason.REJECTED, "The passphrase is longer than " + MOST_BYTES + " bytes.");
        }
        return new Passphrase(bytes);
    }

    /** Throws an exception if the passphrase is too short for a new store. */
    void requireStrength() {
        if (bytes().length < LEAST_BYTES) {
            throw new StoreException(
                    StoreException.Reason.REJECTED,
                    "The passphrase is shorter than " + LEAST_BYTES + " bytes. Take a longer one, such as four random"
                            + " words: whoever has a copy of the store can try passphrases without limit.");
        }
    }

    byte[] bytes() {
        if (isClosed) {
            throw new IllegalStateException("The passphrase was closed.");
        }
        return utf8;
    }

    /** Overwrites the passphrase. */
    @Override
    public void close() {
        Arrays.fill(utf8, (byte) 0);
        isClosed = true;
    }

    /** Says nothing about the passphrase. */
    @Override
    public String toString() {
        return "Passphrase[hidden]";
    }
}
