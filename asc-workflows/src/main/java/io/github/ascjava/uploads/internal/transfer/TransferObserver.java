package io.github.ascjava.uploads.internal.transfer;

/**
 * Is notified of the course of a transfer, on the thread that called {@link PartTransfer#send}.
 *
 * <p>An exception ends the transfer, and is thrown to the caller of {@code send}. A slow observer does not delay the
 * transfer.
 */
public interface TransferObserver {

    /** Ignores everything. */
    TransferObserver NONE = new TransferObserver() {};

    /** Is called at most ten times per second while bytes are sent, after each part, and at the end. */
    default void onProgress(TransferProgress progress) {}

    /** Is called once for each confirmed part; also for those confirmed before a transfer failed or was canceled. */
    default void onPartSent(SentPart part) {}
}
