package io.github.ascjava.signing.store.internal;

import io.github.ascjava.signing.internal.UnreadableException;
import java.security.SecureRandom;
import java.util.Arrays;

/** A generation of a store: the header, and the index, which is sealed with the data key; the header is its context. */
public final class Head {

    private final Header header;
    private final Index index;
    private final byte[] bytes;

    private Head(Header header, Index index, byte[] bytes) {
        this.header = header;
        this.index = index;
        this.bytes = bytes;
    }

    public static Head seal(Header header, Index index, byte[] dataKey, SecureRandom random) {
        byte[] context = header.bytes();
        byte[] sealed = AesGcm.seal(dataKey, context, index.toBytes(), random);
        byte[] bytes = Arrays.copyOf(context, context.length + sealed.length);
        System.arraycopy(sealed, 0, bytes, context.length, sealed.length);
        return new Head(header, index, bytes);
    }

    /**
     * Opens the index of a head whose header was read from the same bytes.
     *
     * @throws UnreadableException if it was sealed with another key or header, or was changed since
     */
    public static Head open(Header header, byte[] bytes, byte[] dataKey) throws UnreadableException {
        byte[] sealed = Arrays.copyOfRange(bytes, Header.LENGTH, bytes.length);
        return new Head(header, Index.parse(AesGcm.open(dataKey, header.bytes(), sealed)), bytes.clone());
    }

    public Header header() {
        return header;
    }

    public Index index() {
        return index;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /** Returns the SHA-256 of the bytes. */
    public String hash() {
        return Hashes.of(bytes);
    }

    /** Returns whether these are the bytes of this head. */
    public boolean hasBytes(byte[] other) {
        return Arrays.equals(bytes, other);
    }
}
