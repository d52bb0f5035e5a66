package io.github.ascjava.notary;

import org.jspecify.annotations.Nullable;

/**
 * Code that a ticket covers: a file, in one architecture. Apple may omit every member.
 *
 * @param path the file within the archive, beginning with the name of the archive
 * @param digestAlgorithm such as {@code SHA-256}
 * @param cdhash the hash of its code directory, 40 hexadecimal digits
 * @param arch the architecture, such as {@code arm64}, if any
 * @since 0.1.0
 */
public record TicketContent(
        @Nullable String path,
        @Nullable String digestAlgorithm,
        @Nullable String cdhash,
        @Nullable String arch) {}
