package io.github.ascjava.notary;

import io.github.ascjava.notary.internal.NoticeDocument;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Apple's notice that processing of a submission is complete, as posted to the {@linkplain SubmissionRequest#withWebhook
 * webhook} of the submission.
 *
 * <p>It does not say how processing ended: {@link Notary#status} does. A notice that was {@linkplain #parse only parsed} may come
 * from anyone, and is no more than a reason to ask. {@link CompletionNoticeVerifier} also checks its signature.
 *
 * @param submissionId the submission
 * @param teamId the team, ten capital letters and digits, if named
 * @param event {@code processing-complete}
 * @param startTime when processing started, if named
 * @param completedTime when it ended, if named
 * @see <a href="https://developer.apple.com/documentation/notaryapi">Notary API</a>
 * @since 0.1.0
 */
public record CompletionNotice(
        String submissionId,
        @Nullable String teamId,
        @Nullable String event,
        @Nullable OffsetDateTime startTime,
        @Nullable OffsetDateTime completedTime) {

    /** Checks that the submission is named. */
    public CompletionNotice {
        Objects.requireNonNull(submissionId, "submissionId");
    }

    /**
     * Reads a notice without checking its signature.
     *
     * @param body the body of Apple's request
     * @throws InvalidNoticeException if it is not a notice
     */
    public static CompletionNotice parse(byte[] body) {
        return of(CompletionNoticeVerifier.document(body));
    }

    static CompletionNotice of(NoticeDocument document) {
        NoticeDocument.Payload payload = CompletionNoticeVerifier.payload(document);
        return new CompletionNotice(
                payload.submissionId(),
                payload.teamId(),
                payload.event(),
                payload.startTime(),
                payload.completedTime());
    }
}
