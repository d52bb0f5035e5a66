package io.github.ascjava.notary;

import io.github.ascjava.notary.internal.CredentialsExpiredException;
import io.github.ascjava.notary.internal.StorageException;
import io.github.ascjava.uploads.internal.transfer.TransferException;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** Explains failed uploads. */
final class UploadFailures {

    private UploadFailures() {}

    /**
     * Returns the exception to throw.
     *
     * @param id of the submission, or null before there is one
     */
    static RuntimeException of(TransferException e, @Nullable String id, Path file) {
        if ("ExpiredToken".equals(e.code())) {
            return new CredentialsExpiredException(e);
        }
        String text = text(e.code());
        return switch (e.kind()) {
            case CANCELED -> canceled(e, id);
            case EXPIRED, REJECTED ->
                failed(text == null ? String.valueOf(e.getMessage()) : text.formatted(file), id, e);
            default -> failed(String.valueOf(e.getMessage()), id, e);
        };
    }

    /** Returns the exception to throw. */
    static RuntimeException of(StorageException e, String id) {
        if ("ExpiredToken".equals(e.code())) {
            return new CredentialsExpiredException(e);
        }
        String text = text(e.code());
        return failed(text == null ? String.valueOf(e.getMessage()) : text.formatted("The file"), id, e);
    }

    private static @Nullable String text(@Nullable String code) {
        if (code == null) {
            return null;
        }
        return switch (code) {
            case "RequestTimeTooSkewed" ->
                "This machine's clock differs from the upload host's by more than 15 minutes, so the upload was rejected"
                        + " (RequestTimeTooSkewed). Correct the clock and submit again.";
            case "XAmzContentSHA256Mismatch" ->
                "%s changed while it was being sent, or the connection altered it (XAmzContentSHA256Mismatch). Submit it"
                        + " again when it is complete.";
            case "SignatureDoesNotMatch", "InvalidAccessKeyId", "InvalidToken", "AccessDenied" ->
                "The upload host rejected the credentials that Apple gave (" + code
                        + "). A proxy may change requests to it; otherwise submit again.";
            case "EntityTooLarge" -> "%s is larger than the upload host accepts (EntityTooLarge).";
            default -> null;
        };
    }

    private static CancellationException canceled(TransferException e, @Nullable String id) {
        CancellationException canceled = new CancellationException(
                e.getMessage() + (id == null ? "" : " Submission " + id + " stays without its file."));
        canceled.initCause(e);
        return canceled;
    }

    private static SubmissionFailedException failed(String sentence, @Nullable String id, RuntimeException cause) {
        String end = id == null ? "" : " Submission " + id + " stays in progress without its file, which does no harm.";
        return new SubmissionFailedException(sentence + end, id, cause);
    }
}
