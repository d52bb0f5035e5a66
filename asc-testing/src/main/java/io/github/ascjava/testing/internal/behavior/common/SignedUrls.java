package io.github.ascjava.testing.internal.behavior.common;

import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.http.ApiAnswer;
import io.github.ascjava.testing.internal.http.ApiRequest;
import java.time.Duration;
import java.time.Instant;
import okhttp3.HttpUrl;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** URLs that work without a token until they expire, like those of Apple's file hosts. */
public final class SignedUrls {

    private static final String EXPIRES = "Expires";
    private static final String SIGNATURE = "Signature";
    private static final int KEY_BYTES = 32;

    private @Nullable ByteString key;

    /** Creates a URL of the sandbox. */
    public HttpUrl sign(String path, Duration life, SandboxState world) {
        String expires = Long.toString(world.clock().instant().plus(life).getEpochSecond());
        HttpUrl url = world.baseUrl().newBuilder().addPathSegments(path).build();
        return url.newBuilder()
                .addQueryParameter(EXPIRES, expires)
                .addQueryParameter(SIGNATURE, signature(url.encodedPath(), expires, world))
                .build();
    }

    /** Returns whether a URL has a signature, valid or not. */
    public static boolean isSigned(HttpUrl url) {
        return url.queryParameter(SIGNATURE) != null;
    }

    /** Checks a request for such a URL; returns the error response, or null if the request is valid. */
    public @Nullable ApiAnswer refusal(ApiRequest request, SandboxState world) {
        if (request.headers().get("Authorization") != null) {
            return refusal(
                    400,
                    "InvalidArgument",
                    "Only one auth mechanism allowed; only the Signature query string parameter or the Authorization"
                            + " header should be specified");
        }
        String expires = request.url().queryParameter(EXPIRES);
        String signature = request.url().queryParameter(SIGNATURE);
        if (expires == null
                || !signature(request.url().encodedPath(), expires, world).equals(signature)) {
            return refusal(403, "SignatureDoesNotMatch", "The request signature we calculated does not match.");
        }
        return world.clock().instant().isAfter(Instant.ofEpochSecond(Long.parseLong(expires)))
                ? refusal(403, "AccessDenied", "Request has expired")
                : null;
    }

    /** Creates a response in the format of Apple's file hosts, which imitate S3. */
    public static ApiAnswer refusal(int status, String code, String message) {
        String xml = """
                <?xml version="1.0" encoding="UTF-8"?>
                <Error><Code>%s</Code><Message>%s</Message></Error>
                """.formatted(code, message);
        return ApiAnswer.of(status, "application/xml", ByteString.encodeUtf8(xml));
    }

    private String signature(String path, String expires, SandboxState world) {
        ByteString current = key;
        if (current == null) {
            byte[] bytes = new byte[KEY_BYTES];
            world.random().nextBytes(bytes);
            current = ByteString.of(bytes);
            key = current;
        }
        return ByteString.encodeUtf8(path + "\n" + expires).hmacSha256(current).hex();
    }
}
