package io.github.ascjava.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.ByteString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Notarization by hand, without asc-notary: what the service checks, in the forms that it has. */
class NotaryTest {

    private static final String SUBMISSIONS = "notary/v2/submissions";
    private static final ByteString ZIP = ByteString.encodeUtf8("PK\u0003\u0004 and so on");

    private final Sandbox sandbox = Sandbox.start();
    private final ObjectMapper mapper = new ObjectMapper();

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void aSubmissionIsAcceptedSomeMinutesAfterItsUpload() throws IOException {
        JsonNode data = submit("Example.zip");
        String id = data.path("id").asText();
        sandbox.advanceTime(Duration.ofHours(1));
        assertThat(status(id)).isEqualTo("In Progress");
        assertThat(put(data, ZIP, Signing.RIGHT)).isEqualTo("200 ");
        assertThat(status(id)).isEqualTo("In Progress");
        assertThat(code(get(SUBMISSIONS + "/" + id + "/logs"))).isEqualTo("404 NOT_FOUND");
        sandbox.advanceTime(Duration.ofMinutes(4));
        assertThat(status(id)).isEqualTo("Accepted");
        assertThat(get(SUBMISSIONS + "/" + id + "/logs").body()).contains("developerLogUrl");
    }

    @Test
    void contentThatIsNoArchiveIsInvalid() throws IOException {
        JsonNode data = submit("Example.zip");
        put(data, ByteString.encodeUtf8("hello"), Signing.RIGHT);
        sandbox.advanceTime(Duration.ofMinutes(4));
        assertThat(status(data.path("id").asText())).isEqualTo("Invalid");
    }

    @Test
    void errorsHaveThreeForms() throws IOException {
        assertThat(code(get(SUBMISSIONS + "/1"))).isEqualTo("404 NOT_FOUND");
        assertThat(get(SUBMISSIONS + "/1").contentType()).isEqualTo("application/octet-stream");
        assertThat(post("{\"submissionName\": \"a\", \"sha256\": \"b\"}").body())
                .contains("\"description\"");
        sandbox.limitRequests(1, 0);
        assertThat(code(get(SUBMISSIONS))).isEqualTo("429 RATE_LIMIT");
        try (Response response = sandbox.client()
                .httpClient()
                .newCall(new Request.Builder()
                        .url(sandbox.baseUrl() + SUBMISSIONS)
                        .header("Authorization", "Bearer x")
                        .build())
                .execute()) {
            assertThat(response.code()).isEqualTo(401);
            assertThat(response.header("Content-Type")).startsWith("text/plain");
            assertThat(response.body().string()).startsWith("Unauthenticated\n\nRequest ID: ");
        }
    }

    @Test
    void individualKeysAreRejected() throws IOException {
        try (Sandbox other = Sandbox.builder().individualKey().start();
                Response response = other.clientBuilder()
                        .auth(auth -> auth.checkKeyRestrictions(false))
                        .build()
                        .httpClient()
                        .newCall(new Request.Builder()
                                .url(other.baseUrl() + SUBMISSIONS)
                                .build())
                        .execute()) {
            assertThat(response.code()).isEqualTo(403);
        }
    }

    @Test
    void uploadsNeedTheirSignature() throws IOException {
        JsonNode data = submit("Example.zip");
        assertThat(put(data, ZIP, Signing.WRONG_SECRET)).isEqualTo("403 SignatureDoesNotMatch");
        assertThat(put(data, ZIP, Signing.COLON_NOT_ESCAPED)).isEqualTo("403 SignatureDoesNotMatch");
        assertThat(put(data, ZIP, Signing.OTHER_CONTENT)).isEqualTo("400 XAmzContentSHA256Mismatch");
        assertThat(put(data, ZIP, Signing.NO_TOKEN)).isEqualTo("400 InvalidToken");
        assertThat(put(data, ZIP, Signing.OTHER_OBJECT)).isEqualTo("403 AccessDenied");
        sandbox.skewClock(Duration.ofMinutes(16));
        assertThat(put(data, ZIP, Signing.RIGHT)).isEqualTo("403 RequestTimeTooSkewed");
        sandbox.skewClock(Duration.ZERO);
        sandbox.advanceTime(Duration.ofHours(13));
        assertThat(put(data, ZIP, Signing.RIGHT)).isEqualTo("400 ExpiredToken");
    }

    private enum Signing {
        RIGHT,
        WRONG_SECRET,
        COLON_NOT_ESCAPED,
        OTHER_CONTENT,
        NO_TOKEN,
        OTHER_OBJECT
    }

    private JsonNode submit(String name) throws IOException {
        Result result = post("{\"submissionName\": \"" + name + "\", \"sha256\": \"" + "0a".repeat(32) + "\"}");
        assertThat(result.status()).isEqualTo(200);
        return mapper.readTree(result.body()).path("data");
    }

    private String status(String id) throws IOException {
        return mapper.readTree(get(SUBMISSIONS + "/" + id).body())
                .at("/data/attributes/status")
                .asText();
    }

    private Result get(String path) throws IOException {
        return send(new Request.Builder().url(sandbox.baseUrl() + path).build());
    }

    private Result post(String body) throws IOException {
        return send(new Request.Builder()
                .url(sandbox.baseUrl() + SUBMISSIONS)
                .post(RequestBody.create(body, MediaType.get("application/json")))
                .build());
    }

    private Result send(Request request) throws IOException {
        try (Response response = sandbox.client().httpClient().newCall(request).execute()) {
            return new Result(
                    response.code(),
                    String.valueOf(response.header("Content-Type")),
                    response.body().string());
        }
    }

    private String code(Result result) throws IOException {
        return result.status() + " "
                + mapper.readTree(result.body()).at("/errors/0/code").asText();
    }

    /** Signs as Amazon's page says. */
    private String put(JsonNode data, ByteString content, Signing signing) throws IOException {
        JsonNode grant = data.path("attributes");
        String object = grant.path("object").asText() + (signing == Signing.OTHER_OBJECT ? "2" : "");
        String path = "/s3/" + grant.path("bucket").asText() + "/"
                + (signing == Signing.COLON_NOT_ESCAPED ? object : object.replace(":", "%3A"));
        Instant now = sandbox.clock().instant();
        String time = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'")
                .withZone(ZoneOffset.UTC)
                .format(now);
        String day = time.substring(0, 8);
        String hash = (signing == Signing.OTHER_CONTENT ? ByteString.EMPTY : content)
                .sha256()
                .hex();
        String token = signing == Signing.NO_TOKEN
                ? "none"
                : grant.path("awsSessionToken").asText();
        HttpUrl base = HttpUrl.get(sandbox.baseUrl());
        String names = "host;x-amz-content-sha256;x-amz-date;x-amz-security-token";
        String canonical = "PUT\n" + path + "\n\nhost:" + base.host() + ":" + base.port() + "\nx-amz-content-sha256:"
                + hash + "\nx-amz-date:" + time + "\nx-amz-security-token:" + token + "\n\n" + names + "\n" + hash;
        String scope = day + "/us-west-2/s3/aws4_request";
        String toSign = "AWS4-HMAC-SHA256\n" + time + "\n" + scope + "\n"
                + ByteString.encodeUtf8(canonical).sha256().hex();
        ByteString key = ByteString.encodeUtf8(
                "AWS4" + grant.path("awsSecretAccessKey").asText() + (signing == Signing.WRONG_SECRET ? "x" : ""));
        for (String part : scope.split("/", -1)) {
            key = ByteString.encodeUtf8(part).hmacSha256(key);
        }
        Result result = send(new Request.Builder()
                .url(sandbox.baseUrl() + path.substring(1))
                .header("x-amz-date", time)
                .header("x-amz-content-sha256", hash)
                .header("x-amz-security-token", token)
                .header(
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential="
                                + grant.path("awsAccessKeyId").asText() + "/" + scope
                                + ",SignedHeaders=" + names + ",Signature="
                                + ByteString.encodeUtf8(toSign).hmacSha256(key).hex())
                .put(RequestBody.create(content, null))
                .build());
        return result.status() + " " + result.body().replaceAll("(?s).*<Code>(.*)</Code>.*", "$1");
    }

    private record Result(int status, String contentType, String body) {}
}
