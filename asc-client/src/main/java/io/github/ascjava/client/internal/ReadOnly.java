package io.github.ascjava.client.internal;

import io.github.ascjava.client.error.ReadOnlyClientException;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Decides what a read-only client sends: reads, and the writes that change nothing.
 *
 * <p>As an interceptor it stops what does not pass through {@link CallExecution}: calls of OkHttp and of Retrofit that are
 * made with the HTTP client of a read-only client.
 */
public final class ReadOnly implements Interceptor {

    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");

    /** Operations that compute a result and keep nothing: no other operation of Apple's document knows their types. */
    static final List<String> READING_POSTS = List.of("/v1/gameCenterMatchmakingRuleSetTests");

    /** Returns whether a request could change something. */
    static boolean stops(Request request) {
        return !SAFE_METHODS.contains(request.method())
                && !(request.method().equals("POST")
                        && READING_POSTS.stream().anyMatch(request.url().encodedPath()::endsWith));
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        if (stops(request)) {
            ReadOnlyClientException reason = new ReadOnlyClientException(Operation.of(request));
            throw new IOException(reason.getMessage(), reason);
        }
        return chain.proceed(request);
    }
}
