package io.github.ascjava.notary.internal;

import io.github.ascjava.client.jsonapi.JsonResponse;
import io.github.ascjava.client.jsonapi.UnknownFields;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The bodies of the Notary API. They look like JSON:API documents, but Apple's pages disagree about their types, so types
 * are not read.
 */
public final class NotaryDocuments {

    private NotaryDocuments() {}

    /** What a new submission sends. */
    public record NewSubmission(
            String submissionName, String sha256, @Nullable List<Notification> notifications) {}

    /** Where Apple posts a notice. */
    public record Notification(String channel, String target) {}

    /** What a new submission gets. */
    public record NewSubmissionDocument(@Nullable NewSubmissionData data, UnknownFields unknownFields)
            implements JsonResponse {}

    /** A new submission. */
    public record NewSubmissionData(
            @Nullable String id, @Nullable UploadGrant attributes) {}

    /** Where the file goes, and credentials for that. */
    public record UploadGrant(
            @Nullable String awsAccessKeyId,
            @Nullable String awsSecretAccessKey,
            @Nullable String awsSessionToken,
            @Nullable String bucket,
            @Nullable String object) {

        /** Returns the place without the credentials. */
        @Override
        public String toString() {
            return "UploadGrant[" + bucket + "/" + object + "]";
        }
    }

    /** A submission and its status. */
    public record StatusDocument(@Nullable StatusData data, UnknownFields unknownFields) implements JsonResponse {}

    /** The newest submissions. */
    public record ListDocument(@Nullable List<StatusData> data, UnknownFields unknownFields) implements JsonResponse {}

    /** A submission. */
    public record StatusData(@Nullable String id, @Nullable StatusAttributes attributes) {}

    /** What is known of a submission. */
    public record StatusAttributes(
            @Nullable OffsetDateTime createdDate,
            @Nullable String name,
            @Nullable String status) {}

    /** Where a log is. */
    public record LogDocument(@Nullable LogData data, UnknownFields unknownFields) implements JsonResponse {

        /** Returns nothing: the URL is a permission. */
        @Override
        public String toString() {
            return "LogDocument";
        }
    }

    /** A log. */
    public record LogData(@Nullable LogAttributes attributes) {}

    /** The signed URL of a log. */
    public record LogAttributes(@Nullable String developerLogUrl) {}
}
