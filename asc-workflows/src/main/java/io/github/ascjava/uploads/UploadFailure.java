package io.github.ascjava.uploads;

import io.github.ascjava.client.error.ApiException;
import io.github.ascjava.uploads.internal.transfer.TransferException;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** What the failures of an upload mean for the next run, and for the caller. */
final class UploadFailure {

    /** Statuses that change without a change of the request. */
    private static final Set<Integer> PASSING = Set.of(401, 403, 408, 429);

    private static final int SERVER_ERROR = 500;

    private UploadFailure() {}

    /** Returns whether the same upload would fail again, so that nothing is worth keeping. */
    static boolean isFinal(RuntimeException failure) {
        if (failure instanceof TransferException transfer) {
            return switch (transfer.kind()) {
                case EXPIRED, TOO_LARGE, REJECTED, FILE_CHANGED -> true;
                case ATTEMPTS_EXHAUSTED, UNTRUSTED_HOST, FILE_UNREADABLE, CANCELED -> false;
            };
        }
        if (failure instanceof ApiException response) {
            return response.status() < SERVER_ERROR && !PASSING.contains(response.status());
        }
        return failure instanceof UploadException && !(failure instanceof StillProcessingException);
    }

    /** Returns the exception for the caller, after an interrupt. */
    static CancellationException canceled(RuntimeException failure, String fileName, boolean isResumable) {
        String next = isResumable ? " Upload it again to continue where it stopped." : "";
        CancellationException canceled =
                new CancellationException("The upload of " + fileName + " was canceled." + next);
        canceled.initCause(failure);
        return canceled;
    }

    /** Returns the exception for the caller. */
    static RuntimeException of(RuntimeException failure, String fileName, @Nullable String id, boolean isResumable) {
        if (!(failure instanceof TransferException transfer)) {
            return failure;
        }
        String next = isResumable ? " Upload it again to continue where it stopped." : "";
        UploadException sent = new UploadException(
                fileName + " could not be sent. " + transfer.getMessage() + next, id, isResumable, transfer);
        for (Throwable suppressed : transfer.getSuppressed()) {
            sent.addSuppressed(suppressed);
        }
        return sent;
    }
}
