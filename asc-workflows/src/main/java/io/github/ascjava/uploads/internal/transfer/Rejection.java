package io.github.ascjava.uploads.internal.transfer;

import io.github.ascjava.uploads.internal.transfer.TransferException.Kind;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * A response that does not confirm a part.
 *
 * @param code of the error in the body, or null. Nothing else of the body is kept, because it may quote the signed URL.
 */
record Rejection(int status, @Nullable String code) {

    private static final int LONGEST_BODY = 8 * 1024;
    private static final int BODY_SECONDS = 5;
    private static final Pattern CODE = Pattern.compile("<Code>([A-Za-z0-9_.]{1,64})</Code>");

    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;

    /** Codes of object stores for requests that were too slow; their status is 400. */
    private static final Set<String> TRANSIENT_CODES = Set.of("RequestTimeout");

    private static final Set<String> EXPIRED_CODES = Set.of("ExpiredToken");

    static Rejection of(Response response) {
        return new Rejection(response.code(), code(response));
    }

    boolean isTransient() {
        return status == REQUEST_TIMEOUT
                || status == TOO_MANY_REQUESTS
                || status >= SERVER_ERROR
                || (code != null && TRANSIENT_CODES.contains(code));
    }

    boolean isTooManyRequests() {
        return status == TOO_MANY_REQUESTS;
    }

    Kind kind() {
        if (status == 403 || (code != null && EXPIRED_CODES.contains(code))) {
            return Kind.EXPIRED;
        }
        return status == 413 ? Kind.TOO_LARGE : Kind.REJECTED;
    }

    /** Returns the status and the code. */
    String text() {
        return code == null ? Integer.toString(status) : status + " " + code;
    }

    String advice() {
        return switch (kind()) {
            case EXPIRED -> "The signature has expired, or a proxy changed the request; the part needs a new URL.";
            case TOO_LARGE -> "The host takes no part of this size; a proxy may have a lower limit than the host.";
            default ->
                status >= 300 && status < 400
                        ? "Redirects are not followed, because a signed URL names its host."
                        : "Sending the part again would not help.";
        };
    }

    private static @Nullable String code(Response response) {
        try {
            response.body().source().timeout().deadline(BODY_SECONDS, TimeUnit.SECONDS);
            Matcher code = CODE.matcher(response.peekBody(LONGEST_BODY).string());
            return code.find() ? code.group(1) : null;
        } catch (IOException e) {
            // The status says enough.
            return null;
        }
    }
}
