package io.github.ascjava.uploads.internal.transfer;

/**
 * A range of a file that one request sends.
 *
 * @param number identifies the part within its file; 0 or more
 * @param offset of the first byte; 0 or more
 * @param length in bytes; 0 for the only part of an empty file
 */
public record Part(int number, long offset, long length) {

    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException if a value is negative, or the end does not fit a long
     */
    public Part {
        if (number < 0 || offset < 0 || length < 0 || offset + length < 0) {
            throw new IllegalArgumentException(
                    "A part has a number, an offset and a length of 0 or more, but was number " + number + ", offset "
                            + offset + ", length " + length + ".");
        }
    }

    /** Returns the offset of the first byte after this part. */
    public long end() {
        return offset + length;
    }
}
