package io.github.ascjava.client.internal;

import java.io.IOException;
import okhttp3.Headers;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Adds a {@code User-Agent} header that names the program and this library, unless the request has one. */
public final class UserAgent implements Interceptor {

    private static final String HEADER = "User-Agent";

    private final String value;

    public UserAgent(@Nullable String product) {
        String version = UserAgent.class.getPackage().getImplementationVersion();
        String library = "asc-java/" + (version == null ? "dev" : version) + " (Java "
                + Runtime.version().feature() + ")";
        this.value = product == null ? library : product + " " + library;
        // Rejects here what OkHttp would otherwise reject during a call.
        Headers.of(HEADER, value);
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        return chain.proceed(
                request.header(HEADER) == null
                        ? request.newBuilder().header(HEADER, value).build()
                        : request);
    }
}
