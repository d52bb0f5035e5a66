package io.github.ascjava.client.internal;

import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Prevents OkHttp from retrying a request by itself where that could do harm.
 *
 * <p>OkHttp retries a request after some connection failures and after a 408, whatever its method, and after a 503 with
 * {@code Retry-After: 0}. A write could be applied twice, and attempts would bypass the limiter and the listeners; only
 * a read on a dead pooled connection may do so. OkHttp also follows redirects, which would send the body of a write to
 * any host or path that a response names.
 */
final class SingleAttemptCallFactory {

    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD");
    private static final String RETRY_AFTER = "Retry-After";
    /** Zero, after which OkHttp retries a 503, and numbers too long for an int, for which it fails. */
    private static final Pattern NOT_FOR_OKHTTP = Pattern.compile("0+|\\d{10,}");
    /** Prevents OkHttp from retrying after a 408; longer than any value that a response can still have. */
    private static final String NEVER = "2147483647";

    private static final int REQUEST_TIMEOUT = 408;

    private SingleAttemptCallFactory() {}

    /** Returns a factory that shares everything with the given one; returns other implementations unchanged. */
    static Call.Factory of(Call.Factory factory, LinkScope scope) {
        if (!(factory instanceof OkHttpClient client)) {
            return factory;
        }
        OkHttpClient.Builder builder = client.newBuilder();
        builder.interceptors().add(0, SingleAttemptCallFactory::sendWritesOnce);
        return builder.addNetworkInterceptor(chain -> leaveTheRestToUs(chain, scope))
                .build();
    }

    private static Response sendWritesOnce(Interceptor.Chain chain) throws IOException {
        DispatchMarker.hasCome(chain.request());
        Response response = (isHarmless(chain.request()) ? chain : chain.withRetryOnConnectionFailure(false))
                .proceed(chain.request());
        return NEVER.equals(response.header(RETRY_AFTER)) ? without(RETRY_AFTER, response) : response;
    }

    private static Response leaveTheRestToUs(Interceptor.Chain chain, LinkScope scope) throws IOException {
        Response response = chain.proceed(chain.request());
        String wait = response.header(RETRY_AFTER);
        if (wait != null && NOT_FOR_OKHTTP.matcher(wait.strip()).matches()) {
            response = without(RETRY_AFTER, response);
        }
        if (response.code() == REQUEST_TIMEOUT && response.header(RETRY_AFTER) == null) {
            return response.newBuilder().header(RETRY_AFTER, NEVER).build();
        }
        String location = response.header("Location");
        return location != null
                        && response.isRedirect()
                        && !isHarmless(chain.request())
                        && leadsElsewhere(chain.request().url(), location, scope)
                ? without("Location", response)
                : response;
    }

    private static boolean leadsElsewhere(HttpUrl url, String location, LinkScope scope) {
        HttpUrl target = url.resolve(location);
        return target == null || !scope.allows(url, target);
    }

    private static boolean isHarmless(Request request) {
        return SAFE_METHODS.contains(request.method());
    }

    private static Response without(String header, Response response) {
        return response.newBuilder().removeHeader(header).build();
    }
}
