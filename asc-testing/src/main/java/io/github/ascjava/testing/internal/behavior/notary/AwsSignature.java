package io.github.ascjava.testing.internal.behavior.notary;

import io.github.ascjava.testing.internal.behavior.common.SignedUrls;
import io.github.ascjava.testing.internal.http.ApiAnswer;
import io.github.ascjava.testing.internal.http.ApiRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * Verifies AWS Signature Version 4 in the {@code Authorization} header, as S3 does. Written without an AWS library, so that
 * it does not share the errors of clients.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html">Signature Calculations</a>
 */
final class AwsSignature {

    private static final Pattern HEADER = Pattern.compile(
            "AWS4-HMAC-SHA256 "
                    + "Credential=([^/,]+)/(\\d{8})/([^/,]+)/s3/aws4_request, ?SignedHeaders=([a-z0-9;-]+), ?Signature=([0-9a-f]{64})");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'");
    private static final Duration MOST_SKEW = Duration.ofMinutes(15);
    private static final String REGION = "us-west-2";
    private static final String CONTENT_HASH = "x-amz-content-sha256";
    private static final String TOKEN = "x-amz-security-token";

    private final Clock clock;

    AwsSignature(Clock clock) {
        this.clock = clock;
    }

    /** Returns the access key ID that a request names, or null if it has no signature in the header. */
    static @Nullable String accessKeyId(ApiRequest request) {
        Matcher header = header(request);
        return header.matches() ? header.group(1) : null;
    }

    private static Matcher header(ApiRequest request) {
        String value = request.headers().get("Authorization");
        return HEADER.matcher(value == null ? "" : value);
    }

    /** Checks a request; returns the error response, or null if it is signed with the credentials. */
    @Nullable
    ApiAnswer refusal(ApiRequest request, TemporaryCredentials credentials) {
        Matcher header = header(request);
        String date = request.headers().get("x-amz-date");
        String hash = request.headers().get(CONTENT_HASH);
        if (!header.matches() || date == null || hash == null) {
            return SignedUrls.refusal(403, "AccessDenied", "Access Denied");
        }
        if (!header.group(3).equals(REGION)) {
            return SignedUrls.refusal(
                    400,
                    "AuthorizationHeaderMalformed",
                    "The authorization header is malformed; the region '" + header.group(3) + "' is wrong; expecting '"
                            + REGION + "'");
        }
        if (isSkewed(date, header.group(2))) {
            return SignedUrls.refusal(
                    403,
                    "RequestTimeTooSkewed",
                    "The difference between the request time and the current time is too large.");
        }
        if (!credentials.sessionToken().equals(request.headers().get(TOKEN))) {
            return SignedUrls.refusal(400, "InvalidToken", "The provided token is malformed or otherwise invalid.");
        }
        if (clock.instant().isAfter(credentials.expires())) {
            return SignedUrls.refusal(400, "ExpiredToken", "The provided token has expired.");
        }
        List<String> signed = List.of(header.group(4).split(";", -1));
        if (!signed.containsAll(List.of("host", "x-amz-date", CONTENT_HASH, TOKEN))
                || !isSigned(request, header, date, credentials.secretAccessKey())) {
            return SignedUrls.refusal(
                    403,
                    "SignatureDoesNotMatch",
                    "The request signature we calculated does not match the signature you provided. Check your key and"
                            + " signing method.");
        }
        return contentRefusal(request, hash);
    }

    private static @Nullable ApiAnswer contentRefusal(ApiRequest request, String hash) {
        if (hash.startsWith("STREAMING-")) {
            return SignedUrls.refusal(
                    501, "NotImplemented", "A header you provided implies functionality that is not implemented");
        }
        return hash.equals("UNSIGNED-PAYLOAD")
                        || hash.equals(request.body().sha256().hex())
                ? null
                : SignedUrls.refusal(
                        400,
                        "XAmzContentSHA256Mismatch",
                        "The provided 'x-amz-content-sha256' header does not match what was computed.");
    }

    private boolean isSkewed(String date, String day) {
        try {
            Instant time = LocalDateTime.parse(date, DATE).toInstant(ZoneOffset.UTC);
            return !date.startsWith(day)
                    || Duration.between(time, clock.instant()).abs().compareTo(MOST_SKEW) > 0;
        } catch (DateTimeException e) {
            return true;
        }
    }

    private static boolean isSigned(ApiRequest request, Matcher header, String date, String secret) {
        String day = header.group(2);
        String scope = day + "/" + REGION + "/s3/aws4_request";
        String toSign = "AWS4-HMAC-SHA256\n" + date + "\n" + scope + "\n"
                + ByteString.encodeUtf8(canonical(request, header.group(4)))
                        .sha256()
                        .hex();
        ByteString key = ByteString.encodeUtf8("AWS4" + secret);
        for (String part : List.of(day, REGION, "s3", "aws4_request")) {
            key = ByteString.encodeUtf8(part).hmacSha256(key);
        }
        String expected = ByteString.encodeUtf8(toSign).hmacSha256(key).hex();
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.US_ASCII), header.group(5).getBytes(StandardCharsets.US_ASCII));
    }

    private static String canonical(ApiRequest request, String signedHeaders) {
        HttpUrl url = request.url();
        String path = url.pathSegments().stream().map(AwsSignature::encode).collect(Collectors.joining("/", "/", ""));
        String headers = Arrays.stream(signedHeaders.split(";", -1))
                .map(name -> name + ":"
                        + String.join(",", request.headers().values(name)).strip() + "\n")
                .collect(Collectors.joining());
        return request.method() + "\n" + path + "\n" + query(url) + "\n" + headers + "\n" + signedHeaders + "\n"
                + request.headers().get(CONTENT_HASH);
    }

    private static String query(HttpUrl url) {
        TreeSet<String> parameters = new TreeSet<>();
        for (int i = 0; i < url.querySize(); i++) {
            String value = url.queryParameterValue(i);
            parameters.add(encode(url.queryParameterName(i)) + "=" + (value == null ? "" : encode(value)));
        }
        return String.join("&", parameters);
    }

    /** Encodes everything but unreserved characters; a colon as well, which other encoders leave alone. */
    private static String encode(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean isUnreserved =
                    c < 0x80 && (Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.' || c == '~');
            encoded.append(isUnreserved ? String.valueOf(c) : String.format("%%%02X", b & 0xff));
        }
        return encoded.toString();
    }
}
