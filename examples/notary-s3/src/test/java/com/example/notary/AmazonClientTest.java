package com.example.notary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.ascjava.notary.Notary;
import io.github.ascjava.notary.SubmissionStatus;
import io.github.ascjava.testing.Sandbox;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Amazon's own client uploads to the sandbox, with credentials of a submission. */
class AmazonClientTest {

    private static final int PART = 5 * 1024 * 1024;

    private final Sandbox sandbox = Sandbox.start();
    private final Notary notary = Notary.of(sandbox.client());

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void uploadsAWholeObject() throws IOException {
        JsonNode data = submit();
        try (S3Client s3 = client(data, "")) {
            s3.putObject(
                    put -> put.bucket(text(data, "bucket")).key(text(data, "object")),
                    software.amazon.awssdk.core.sync.RequestBody.fromBytes(archive(1000)));
        }
        assertThat(notary.await(data.path("id").asText(), Duration.ofHours(1)).status())
                .isEqualTo(SubmissionStatus.ACCEPTED);
    }

    @Test
    void uploadsParts() throws IOException {
        JsonNode data = submit();
        String bucket = text(data, "bucket");
        String key = text(data, "object");
        try (S3Client s3 = client(data, "")) {
            String upload = s3.createMultipartUpload(r -> r.bucket(bucket).key(key)).uploadId();
            List<CompletedPart> parts = new ArrayList<>();
            for (int number = 1; number <= 2; number++) {
                int current = number;
                String etag = s3.uploadPart(
                                r -> r.bucket(bucket).key(key).uploadId(upload).partNumber(current),
                                software.amazon.awssdk.core.sync.RequestBody.fromBytes(archive(PART)))
                        .eTag();
                parts.add(CompletedPart.builder().partNumber(number).eTag(etag).build());
            }
            s3.completeMultipartUpload(r -> r.bucket(bucket).key(key).uploadId(upload).multipartUpload(m -> m.parts(parts)));
        }
        assertThat(notary.await(data.path("id").asText(), Duration.ofHours(1)).isAccepted()).isTrue();
    }

    @Test
    void aWrongSecretIsRejected() throws IOException {
        JsonNode data = submit();
        try (S3Client s3 = client(data, "x")) {
            assertThatThrownBy(() -> s3.putObject(
                            put -> put.bucket(text(data, "bucket")).key(text(data, "object")),
                            software.amazon.awssdk.core.sync.RequestBody.fromBytes(archive(1000))))
                    .isInstanceOfSatisfying(S3Exception.class, e -> assertThat(
                                    e.awsErrorDetails().errorCode())
                            .isEqualTo("SignatureDoesNotMatch"));
        }
    }

    /** The checksums that the client adds by default would make it send chunks, which nobody has seen Apple's bucket take. */
    private S3Client client(JsonNode data, String afterSecret) {
        return S3Client.builder()
                .endpointOverride(URI.create(sandbox.baseUrl() + "s3/"))
                .region(Region.US_WEST_2)
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .serviceConfiguration(S3Configuration.builder()
                        .pathStyleAccessEnabled(true)
                        .chunkedEncodingEnabled(false)
                        .build())
                .credentialsProvider(StaticCredentialsProvider.create(AwsSessionCredentials.create(
                        text(data, "awsAccessKeyId"),
                        text(data, "awsSecretAccessKey") + afterSecret,
                        text(data, "awsSessionToken"))))
                .build();
    }

    private JsonNode submit() throws IOException {
        String body = "{\"submissionName\": \"Example.zip\", \"sha256\": \"" + "0a".repeat(32) + "\"}";
        Request request = new Request.Builder()
                .url(sandbox.baseUrl() + "notary/v2/submissions")
                .post(RequestBody.create(body, MediaType.get("application/json")))
                .build();
        try (Response response = sandbox.client().httpClient().newCall(request).execute()) {
            return new ObjectMapper().readTree(response.body().string()).path("data");
        }
    }

    private static String text(JsonNode data, String name) {
        return data.path("attributes").path(name).asText();
    }

    private static byte[] archive(int size) {
        byte[] bytes = new byte[size];
        bytes[0] = 'P';
        bytes[1] = 'K';
        return bytes;
    }
}
