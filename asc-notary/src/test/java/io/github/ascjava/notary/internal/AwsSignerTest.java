package io.github.ascjava.notary.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

class AwsSignerTest {

    /** The examples of Amazon's page have this date, these credentials and this bucket. */
    private static final Clock DAY = Clock.fixed(Instant.parse("2013-05-24T00:00:00Z"), ZoneOffset.UTC);

    private static final AwsCredentials EXAMPLE =
            new AwsCredentials("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "", Instant.MAX);
    private static final String NOTHING = ByteString.EMPTY.sha256().hex();

    /** https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html */
    @ParameterizedTest
    @CsvSource({
        "lifecycle, fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543",
        "max-keys=2&prefix=J, 34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7"
    })
    void signsTheExamplesOfAmazonWithQueries(String query, String signature) {
        Request request = new Request.Builder()
                .url("https://examplebucket.s3.amazonaws.com/?" + query)
                .build();
        assertThat(authorization(request, NOTHING)).endsWith(",Signature=" + signature);
    }

    @Test
    void signsTheExamplesOfAmazonWithHeaders() {
        Request get = new Request.Builder()
                .url("https://examplebucket.s3.amazonaws.com/test.txt")
                .header("Range", "bytes=0-9")
                .build();
        Request put = new Request.Builder()
                .url("https://examplebucket.s3.amazonaws.com/test%24file.text")
                .header("Date", "Fri, 24 May 2013 00:00:00 GMT")
                .header("x-amz-storage-class", "REDUCED_REDUNDANCY")
                .put(RequestBody.create(ByteString.encodeUtf8("Welcome to Amazon S3."), null))
                .build();
        assertThat(authorization(get, NOTHING))
                .isEqualTo("AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,"
                        + "SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,"
                        + "Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41");
        assertThat(authorization(
                        put,
                        ByteString.encodeUtf8("Welcome to Amazon S3.").sha256().hex()))
                .endsWith(",Signature=98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd");
    }

    private static String authorization(Request request, String hash) {
        return String.valueOf(
                new AwsSigner("us-east-1", DAY).sign(request, hash, EXAMPLE).header("Authorization"));
    }

    /** Every request of an upload, with names and IDs at random, and a session token. */
    @Test
    void signsAsAmazonsOwnSigner() {
        Random random = new Random(18);
        for (int i = 0; i < 200; i++) {
            AwsCredentials credentials = new AwsCredentials("ASIA" + i, text(random), "token/+=" + i, Instant.MAX);
            HttpUrl bucket = HttpUrl.get(
                    i % 2 == 0 ? "https://bucket.s3-accelerate.amazonaws.com/" : "http://127.0.0.1:8080/s3/bucket/");
            StoredObject place = StoredObject.in(
                    bucket, "prod/" + text(random) + ":" + text(random), credentials, new AwsSigner("us-west-2", DAY));
            ByteString content = ByteString.encodeUtf8(text(random));
            RequestBody body = RequestBody.create(content, null);
            String hash = content.sha256().hex();
            for (Request request : List.of(
                    place.put(body, hash),
                    place.putPart(text(random), 1 + random.nextInt(10_000), body, hash),
                    place.begin(),
                    place.complete(text(random), content),
                    place.abort(text(random)))) {
                assertThat(signature(request)).isEqualTo(amazons(request, content, credentials));
            }
        }
    }

    private static String text(Random random) {
        String characters = "abcXYZ019-._~:/+=&?%$ é@";
        StringBuilder text = new StringBuilder("x");
        for (int i = random.nextInt(12); i >= 0; i--) {
            text.append(characters.charAt(random.nextInt(characters.length())));
        }
        return text.toString().replace("/.", "/x").replace("..", "x") + "x";
    }

    private static String signature(Request request) {
        return String.valueOf(request.header("Authorization")).replaceAll(".*Signature=", "");
    }

    private static String amazons(Request request, ByteString content, AwsCredentials credentials) {
        boolean hasContent = !request.method().equals("DELETE") && request.body() != RequestBody.EMPTY;
        SdkHttpRequest unsigned = SdkHttpRequest.builder()
                .method(SdkHttpMethod.fromValue(request.method()))
                .uri(URI.create(request.url().toString()))
                .build();
        return AwsV4HttpSigner.create()
                .sign(r -> r.identity(AwsSessionCredentialsIdentity.create(
                                credentials.accessKeyId(), credentials.secretAccessKey(), credentials.sessionToken()))
                        .request(unsigned)
                        .payload(() -> new ByteArrayInputStream(hasContent ? content.toByteArray() : new byte[0]))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "s3")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, "us-west-2")
                        .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, false)
                        .putProperty(AwsV4HttpSigner.NORMALIZE_PATH, false)
                        .putProperty(AwsV4HttpSigner.PAYLOAD_SIGNING_ENABLED, true)
                        .putProperty(AwsV4HttpSigner.SIGNING_CLOCK, DAY))
                .request()
                .firstMatchingHeader("Authorization")
                .orElseThrow()
                .replaceAll(".*Signature=", "");
    }

    @Test
    void theColonOfAnObjectIsEscapedInTheUrl() {
        StoredObject place = StoredObject.in(
                HttpUrl.get("https://bucket.s3.us-west-2.amazonaws.com/"),
                "prod/AROA1:2-3",
                EXAMPLE,
                new AwsSigner("us-west-2", DAY));
        assertThat(place.begin().url().toString())
                .isEqualTo("https://bucket.s3.us-west-2.amazonaws.com/prod/AROA1%3A2-3?uploads=");
    }

    @Test
    void theSessionTokenIsSignedAndNotShown() {
        AwsCredentials credentials = new AwsCredentials("AKID", "SECRET", "TOKEN", Instant.MAX);
        Request signed = new AwsSigner("us-west-2", DAY)
                .sign(new Request.Builder().url("https://b.example/o").build(), NOTHING, credentials);
        assertThat(signed.header("Authorization")).contains("x-amz-security-token");
        assertThat(signed.header("x-amz-security-token")).isEqualTo("TOKEN");
        assertThat(credentials.toString()).doesNotContain("TOKEN", "SECRET", "AKID");
    }
}
