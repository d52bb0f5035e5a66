package io.github.ascjava.uploads.internal.transfer;

/**
 * How far a transfer is. No number ever decreases: bytes that are sent again are not counted again.
 *
 * @param bytesSent bytes that were handed to the network, with those of parts done before; not all of them are confirmed
 * @param bytes of all parts
 * @param partsDone confirmed parts, with those done before
 * @param parts number of all parts
 * @param retries how often a part was sent again
 */
public record TransferProgress(long bytesSent, long bytes, int partsDone, int parts, int retries) {}
