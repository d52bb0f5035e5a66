package io.github.ascjava.signing.store.internal;

import io.github.ascjava.signing.internal.UnreadableException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The first 113 bytes of a store's head: which store it is, and the data key, sealed with a key from the passphrase.
 *
 * <p>The bytes before the sealed key are its context, so a changed cost or salt is noticed, like a wrong passphrase.
 */
public final class Header {

    public static final int LENGTH = 113;

    /** Bytes of a store's ID. */
    public static final int ID_BYTES = 16;

    private static final byte[] MAGIC = "ASCSTORE".getBytes(StandardCharsets.US_ASCII);
    private static final byte VERSION = 1;
    private static final int SALT_BYTES = 16;
    private static final int ID_AT = 9;
    private static final int COST_AT = ID_AT + ID_BYTES;
    private static final int SALT_AT = COST_AT + 3 * Integer.BYTES;
    private static final int KEY_AT = SALT_AT + SALT_BYTES;

    private final byte[] bytes;

    private Header(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Makes a header with a fresh salt. */
    public static Header seal(byte[] id, Argon2Cost cost, byte[] passphrase, byte[] dataKey, SecureRandom random) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        byte[] context = ByteBuffer.allocate(KEY_AT)
                .put(MAGIC)
                .put(VERSION)
                .put(id)
                .putInt(cost.memory())
                .putInt(cost.passes())
                .putInt(cost.lanes())
                .put(salt)
                .array();
        byte[] bytes = Arrays.copyOf(context, LENGTH);
        byte[] sealed = AesGcm.seal(cost.derive(passphrase, salt), context, dataKey, random);
        System.arraycopy(sealed, 0, bytes, KEY_AT, sealed.length);
        return new Header(bytes);
    }

    /**
     * Reads the header at the beginning of a head.
     *
     * @throws UnreadableException if there is none, or opening it would cost more than any store does
     */
    public static Header parse(byte[] head) throws UnreadableException {
        int known = Math.min(MAGIC.length, head.length);
        if (head.length == 0 || !Arrays.equals(head, 0, known, MAGIC, 0, known)) {
            throw new UnreadableException(head.length == 0 ? "is empty." : "is not a store of this library.");
        } else if (head.length < LENGTH) {
            throw new UnreadableException("is cut.");
        } else if (head[MAGIC.length] != VERSION) {
            throw new UnreadableException("has the format version " + head[MAGIC.length]
                    + ", which this version of the library does not know. Update the library.");
        }
        Header header = new Header(Arrays.copyOf(head, LENGTH));
        header.cost().check();
        return header;
    }

    /**
     * Opens the data key.
     *
     * @throws UnreadableException if the passphrase is another one, or the header was changed
     */
    public byte[] dataKey(byte[] passphrase) throws UnreadableException {
        byte[] key = cost().derive(passphrase, Arrays.copyOfRange(bytes, SALT_AT, KEY_AT));
        try {
            return AesGcm.open(key, Arrays.copyOf(bytes, KEY_AT), Arrays.copyOfRange(bytes, KEY_AT, LENGTH));
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    public Argon2Cost cost() {
        ByteBuffer cost = ByteBuffer.wrap(bytes, COST_AT, SALT_AT - COST_AT);
        return new Argon2Cost(cost.getInt(), cost.getInt(), cost.getInt());
    }

    public byte[] id() {
        return Arrays.copyOfRange(bytes, ID_AT, COST_AT);
    }

    /** Returns the ID in hexadecimal digits. */
    public String idText() {
        return HexFormat.of().formatHex(id());
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /**
     * Returns the context of a stored file: beginning and ID of the store, kind, path. The kind is never 0, so this is never the
     * context of the index, where the first byte of the memory is.
     */
    public byte[] fileContext(int kind, String path) {
        byte[] name = path.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(COST_AT + 1 + name.length)
                .put(bytes, 0, COST_AT)
                .put((byte) kind)
                .put(name)
                .array();
    }
}
