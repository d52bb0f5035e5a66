package io.github.ascjava.notary;

import io.github.ascjava.client.jsonapi.JsonResponse;
import io.github.ascjava.client.jsonapi.UnknownFields;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Apple's log of a submission. Apple may omit every member.
 *
 * @param logFormatVersion 1
 * @param jobId the ID of the submission
 * @param status the status of the submission
 * @param statusSummary the result in a sentence
 * @param statusCode the result as a number: 4000 if the file is invalid, 7000 if the team may not notarize
 * @param archiveFilename the name that the file was submitted under
 * @param uploadDate when it was uploaded
 * @param sha256 the SHA-256 of the file, 64 hexadecimal digits
 * @param ticketContents the code that the ticket covers; null or empty without a ticket
 * @param issues the issues of the file; null or empty if there are none. Accepted software can have warnings
 * @param unknownFields members of the log that this version of the library does not know
 * @see <a href="https://developer.apple.com/documentation/security/customizing-the-notarization-workflow">Customizing the
 *     notarization workflow</a>
 * @since 0.1.0
 */
public record NotaryLog(
        @Nullable Integer logFormatVersion,
        @Nullable String jobId,
        @Nullable SubmissionStatus status,
        @Nullable String statusSummary,
        @Nullable Integer statusCode,
        @Nullable String archiveFilename,
        @Nullable OffsetDateTime uploadDate,
        @Nullable String sha256,
        @Nullable List<TicketContent> ticketContents,
        @Nullable List<LogIssue> issues,
        UnknownFields unknownFields)
        implements JsonResponse {

    private static final int TEAM_NOT_CONFIGURED = 7000;

    /** Returns the issues of one severity, in the order of the log; empty if there are none. */
    public List<LogIssue> issues(IssueSeverity severity) {
        return issues == null
                ? List.of()
                : issues.stream()
                        .filter(issue -> severity.equals(issue.severity()))
                        .toList();
    }

    /**
     * Returns whether Apple has not enabled the team for notarization yet. Submitting again does not help; Apple's developer
     * support does (docs/live-service.md#notarization-may-be-rejected-for-the-account).
     */
    public boolean isTeamNotConfigured() {
        return statusCode != null && statusCode == TEAM_NOT_CONFIGURED;
    }
}
