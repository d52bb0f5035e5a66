package io.github.ascjava.notary.internal;

import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * Signs requests to S3 with AWS Signature Version 4. Thread-safe.
 *
 * <p>AWS's own signer is the oracle of the tests. It does not sign here, for two reasons: it computes the hash of the content
 * itself, which is known already and would take another reading of the file, and it writes the session token to its log.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html">Authenticating Requests:
 *     Using the Authorization Header</a>
 */
public final class AwsSigner {

    private static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final String SERVICE = "s3";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int DAY_CHARACTERS = "20261130".length();

    private final String region;
    private final Clock clock;

    /** Creates a signer for a region; the clock dates the signatures. */
    public AwsSigner(String region, Clock clock) {
        this.region = region;
        this.clock = clock;
    }

    /**
     * Returns a request with a signature, which is valid for 15 minutes.
     *
     * @param request all of its headers are signed. In its path and query, all characters but unreserved ones are escaped
     * @param contentHash the SHA-256 of the body, 64 hexadecimal digits in lower case
     * @param credentials with an empty session token if there is none
     */
    public Request sign(Request request, String contentHash, AwsCredentials credentials) {
        String time = TIME.format(clock.instant());
        Request.Builder builder =
                request.newBuilder().header("x-amz-content-sha256", contentHash).header("x-amz-date", time);
        if (!credentials.sessionToken().isEmpty()) {
            builder.header("x-amz-security-token", credentials.sessionToken());
        }
        Request dated = builder.build();
        SortedMap<String, String> headers = headers(dated);
        String scope = time.substring(0, DAY_CHARACTERS) + "/" + region + "/" + SERVICE + "/aws4_request";
        String toSign = ALGORITHM + "\n" + time + "\n" + scope + "\n"
                + ByteString.encodeUtf8(canonical(dated, headers, contentHash))
                        .sha256()
                        .hex();
        String signature = ByteString.encodeUtf8(toSign)
                .hmacSha256(key(scope, credentials.secretAccessKey()))
                .hex();
        return dated.newBuilder()
                .header(
                        "Authorization",
                        ALGORITHM + " Credential=" + credentials.accessKeyId() + "/" + scope + ",SignedHeaders="
                                + String.join(";", headers.keySet()) + ",Signature=" + signature)
                .build();
    }

    private static ByteString key(String scope, String secret) {
        ByteString key = ByteString.encodeUtf8("AWS4" + secret);
        for (String part : scope.split("/", -1)) {
            key = ByteString.encodeUtf8(part).hmacSha256(key);
        }
        return key;
    }

    private static SortedMap<String, String> headers(Request request) {
        SortedMap<String, String> headers = new TreeMap<>();
        headers.put("host", host(request.url()));
        for (String name : request.headers().names()) {
            List<String> values = request.headers().values(name);
            headers.put(
                    name.toLowerCase(Locale.ROOT),
                    String.join(",", values).strip().replaceAll(" +", " "));
        }
        return headers;
    }

    /** As OkHttp writes it. */
    private static String host(HttpUrl url) {
        String host = url.host().contains(":") ? "[" + url.host() + "]" : url.host();
        return url.port() == HttpUrl.defaultPort(url.scheme()) ? host : host + ":" + url.port();
    }

    private static String canonical(Request request, SortedMap<String, String> headers, String contentHash) {
        StringBuilder text = new StringBuilder()
                .append(request.method())
                .append('\n')
                .append(request.url().encodedPath())
                .append('\n')
                .append(query(request.url()))
                .append('\n');
        headers.forEach(
                (name, value) -> text.append(name).append(':').append(value).append('\n'));
        return text.append('\n')
                .append(String.join(";", headers.keySet()))
                .append('\n')
                .append(contentHash)
                .toString();
    }

    private static String query(HttpUrl url) {
        List<String> parameters = new ArrayList<>();
        for (String parameter : text(url.encodedQuery()).split("&", -1)) {
            if (!parameter.isEmpty()) {
                parameters.add(parameter.contains("=") ? parameter : parameter + "=");
            }
        }
        parameters.sort(Comparator.comparing((String each) -> each.substring(0, each.indexOf('=')))
                .thenComparing(Comparator.naturalOrder()));
        return String.join("&", parameters);
    }

    private static String text(@Nullable String query) {
        return query == null ? "" : query;
    }
}
