package io.github.ascjava.benchmarks;

import io.github.ascjava.auth.AppStoreConnectAuth;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.concurrent.TimeUnit;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The cost of the interceptor per request: the difference between the two results.
 *
 * <p>No network is involved. The last interceptor of both clients returns a response.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class InterceptorBenchmark {

    private static final Interceptor CANNED_ANSWER = chain -> new Response.Builder()
            .request(chain.request())
            .protocol(Protocol.HTTP_1_1)
            .code(200)
            .message("OK")
            .body(ResponseBody.EMPTY)
            .build();

    private final Request request = new Request.Builder()
            .url("https://api.appstoreconnect.apple.com/v1/apps?limit=200")
            .header("Accept", "application/json")
            .build();
    private final OkHttpClient bare =
            new OkHttpClient.Builder().addInterceptor(CANNED_ANSWER).build();
    private final OkHttpClient authorizing;

    /** Creates the two clients. */
    public InterceptorBenchmark() {
        try {
            authorizing = new OkHttpClient.Builder()
                    .addInterceptor(AppStoreConnectAuth.interceptor(BenchmarkKeys.teamKey()))
                    .addInterceptor(CANNED_ANSWER)
                    .build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** OkHttp alone. */
    @Benchmark
    public Response callWithoutInterceptor() throws IOException {
        return bare.newCall(request).execute();
    }

    /** OkHttp with the interceptor. */
    @Benchmark
    public Response callWithInterceptor() throws IOException {
        return authorizing.newCall(request).execute();
    }
}
