package io.github.ascjava.benchmarks;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import io.github.ascjava.auth.ApiKey;
import io.github.ascjava.client.AppStoreConnect;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Retrofit;
import retrofit2.converter.jackson.JacksonConverterFactory;
import retrofit2.http.GET;

/**
 * The cost of a whole call over loopback after warm-up, with a cached token: by the client, or by bare Retrofit with
 * converter-jackson, a fixed token and records of the attributes.
 *
 * <p>Run by {@code scripts/call-speed}. Prints, for each call, the CPU time of the calling thread and of the process in
 * nanoseconds, and the bytes that the thread allocated.
 */
public final class CallSpeed {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final int CALLS_AT_A_TIME = 50;

    private static long checksum;

    private CallSpeed() {}

    /**
     * Measures one way.
     *
     * @param args {@code client} or {@code retrofit}, {@code large} or {@code small}, the server's URL, a key file, and the
     *     seconds to warm up and to measure
     */
    public static void main(String[] args) throws Exception {
        String app = args[1];
        Way way = args[0].equals("client") ? client(args[2], Path.of(args[3]), app) : retrofit(args[2], app);
        repeat(way, Duration.ofSeconds(Long.parseLong(args[4])));
        long thread = THREADS.getCurrentThreadCpuTime();
        long process = PROCESS.getProcessCpuTime();
        long allocated = THREADS.getCurrentThreadAllocatedBytes();
        long calls = repeat(way, Duration.ofSeconds(Long.parseLong(args[5])));
        System.out.printf(
                "%d %d %d%n",
                (THREADS.getCurrentThreadCpuTime() - thread) / calls,
                (PROCESS.getProcessCpuTime() - process) / calls,
                (THREADS.getCurrentThreadAllocatedBytes() - allocated) / calls);
        // The exit status depends on the result, so that no call is optimized away.
        System.exit(checksum == 0 ? 1 : 0);
    }

    private static long repeat(Way way, Duration duration) throws IOException {
        long end = System.nanoTime() + duration.toNanos();
        long calls = 0;
        while (System.nanoTime() < end) {
            for (int i = 0; i < CALLS_AT_A_TIME; i++) {
                checksum += Objects.requireNonNull(way.bundleId()).length();
            }
            calls += CALLS_AT_A_TIME;
        }
        return calls;
    }

    private static Way client(String url, Path key, String app) {
        AppStoreConnect asc = AppStoreConnect.builder(ApiKey.team(BenchmarkKeys.ISSUER_ID, key))
                .baseUrl(url)
                .build();
        return () -> asc.apps().get(app).execute().bundleId();
    }

    private static Way retrofit(String url, String app) {
        OkHttpClient http = new OkHttpClient.Builder()
                .addInterceptor(chain -> chain.proceed(chain.request()
                        .newBuilder()
                        .header("Authorization", "Bearer " + "x".repeat(220))
                        .build()))
                .build();
        Apps apps = new Retrofit.Builder()
                .baseUrl(url)
                .client(http)
                .addConverterFactory(JacksonConverterFactory.create(new ObjectMapper()))
                .build()
                .create(Apps.class);
        return () -> Objects.requireNonNull(apps.get(app).execute().body())
                .data()
                .attributes()
                .bundleId();
    }

    @FunctionalInterface
    private interface Way {
        @Nullable
        String bundleId() throws IOException;
    }

    private interface Apps {

        @GET("v1/apps/{id}")
        Call<Document> get(@retrofit2.http.Path("id") String id);
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Document(Data data) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Data(String type, String id, Attributes attributes) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Attributes(
            @Nullable String name,
            @Nullable String bundleId,
            @Nullable String sku,
            @Nullable String primaryLocale,
            @Nullable Boolean isOrEverWasMadeForKids,
            @Nullable String contentRightsDeclaration,
            @Nullable String accessibilityUrl,
            @Nullable Boolean streamlinedPurchasingEnabled,
            @Nullable String subscriptionStatusUrl,
            @Nullable String subscriptionStatusUrlVersion,
            @Nullable String subscriptionStatusUrlForSandbox,
            @Nullable String subscriptionStatusUrlVersionForSandbox) {}
}
