package io.github.ascjava.notary.internal;

import java.util.List;

/**
 * SHA-256 hashes in lower-case hexadecimal digits.
 *
 * @param whole of the whole file
 * @param parts of each part, in order
 */
public record FileHashes(String whole, List<String> parts) {

    /** Copies the list. */
    public FileHashes {
        parts = List.copyOf(parts);
    }
}
