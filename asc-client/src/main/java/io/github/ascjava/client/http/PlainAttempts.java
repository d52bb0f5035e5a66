package io.github.ascjava.client.http;

import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;
import okhttp3.Call;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/**
 * Keeps OkHttp from sending a request twice by itself where that could do harm.
 *
 * <p>OkHttp sends a request again after some connection failures and after a 408, whatever its method, and after a 503 with
 * {@code Retry-After: 0}. A write would be carried out twice; and no attempt should go past the limiter and the listeners.
 */
final class PlainAttempts {

    private static final Set<String> HARMLESS_METHODS = Set.of("GET", "HEAD");
    /** Zero, which OkHttp acts upon after a 503, and what is too long for an int, on which it fails. */
    private static final Pattern NOT_FOR_OKHTTP = Pattern.compile("0+|\\d{10,}");

    private PlainAttempts() {}

    /** Returns a factory that shares everything with the given one; one that is not OkHttp's own is left alone. */
    static Call.Factory of(Call.Factory factory) {
        if (!(factory instanceof OkHttpClient client)) {
            return factory;
        }
        OkHttpClient.Builder builder = client.newBuilder();
        builder.interceptors().add(0, PlainAttempts::sendWritesOnce);
        return builder.addNetworkInterceptor(PlainAttempts::leaveRetryToUs).build();
    }

    private static Response sendWritesOnce(Interceptor.Chain chain) throws IOException {
        boolean harmless = HARMLESS_METHODS.contains(chain.request().method());
        return (harmless ? chain : chain.withRetryOnConnectionFailure(false)).proceed(chain.request());
    }

    private static Response leaveRetryToUs(Interceptor.Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        String wait = response.header("Retry-After");
        return wait != null && NOT_FOR_OKHTTP.matcher(wait.strip()).matches()
                ? response.newBuilder().removeHeader("Retry-After").build()
                : response;
    }
}
