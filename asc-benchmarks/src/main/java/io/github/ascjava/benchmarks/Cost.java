package io.github.ascjava.benchmarks;

import com.sun.management.ThreadMXBean;
import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.model.apps.App;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * The cost of one operation after warm-up: CPU time and allocation of its thread, as one line for
 * {@code scripts/compare}.
 *
 * <p>Unlike wall-clock time, both do not depend on the load of the machine.
 */
public final class Cost {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final Duration WARM_UP = Duration.ofSeconds(7);
    private static final Duration MEASUREMENT = Duration.ofSeconds(3);
    private static final String USER =
            "{\"data\": {\"type\": \"users\", \"id\": \"1\", \"attributes\": {\"username\": \"a\"}}}";

    private static long checksum;

    private Cost() {}

    /**
     * Measures one operation.
     *
     * @param args {@code pageA}, {@code pageB}, {@code pageBWithIncluded}, {@code call}, {@code ids} or
     *     {@code idsOfEqualHash}
     */
    public static void main(String[] args) throws Exception {
        Operation operation = operation(args[0]);
        repeat(operation, WARM_UP);
        long cpu = THREADS.getCurrentThreadCpuTime();
        long allocated = THREADS.getCurrentThreadAllocatedBytes();
        long times = repeat(operation, MEASUREMENT);
        System.out.printf(
                "%d %d%n",
                (THREADS.getCurrentThreadCpuTime() - cpu) / times,
                (THREADS.getCurrentThreadAllocatedBytes() - allocated) / times);
        // The exit status depends on the result, so that the operation is not optimized away.
        System.exit(checksum == 0 ? 1 : 0);
    }

    private static long repeat(Operation operation, Duration duration) throws Exception {
        long end = System.nanoTime() + duration.toNanos();
        long times = 0;
        while (System.nanoTime() < end) {
            for (int i = 0; i < 20; i++) {
                checksum += operation.run();
                times++;
            }
        }
        return times;
    }

    private static Operation operation(String name) throws GeneralSecurityException {
        DecodingBenchmark decoding = new DecodingBenchmark();
        return switch (name) {
            case "pageA" -> () -> decoding.pageA().data().size();
            case "pageB" -> () -> decoding.pageB().data().size();
            case "pageBWithIncluded" ->
                () -> {
                    int related = 0;
                    for (App app : decoding.pageB().data()) {
                        related += app.builds().included().size()
                                + app.appInfos().included().size()
                                + app.betaGroups().included().size();
                    }
                    return related;
                };
            case "call" -> call();
            case "ids" -> included(decoding, "Ab", "BA");
            case "idsOfEqualHash" -> included(decoding, "Aa", "BB");
            default -> throw new IllegalArgumentException("There is no operation called " + name + ".");
        };
    }

    /** A page that includes 65,536 resources, each ID made of one of two texts for each bit of its number. */
    private static Operation included(DecodingBenchmark decoding, String zero, String one) {
        int bits = 16;
        StringBuilder json = new StringBuilder("{\"data\": [], \"included\": [");
        for (int i = 0; i < 1 << bits; i++) {
            json.append(i == 0 ? "" : ",").append("{\"type\": \"builds\", \"id\": \"");
            for (int bit = 0; bit < bits; bit++) {
                json.append((i >> bit & 1) == 0 ? zero : one);
            }
            json.append("\"}");
        }
        byte[] page = json.append("]}").toString().getBytes(StandardCharsets.UTF_8);
        return () -> decoding.read(page).included().identifiers().size();
    }

    /** A typed call with a response from an interceptor instead of the network. */
    private static Operation call() throws GeneralSecurityException {
        OkHttpClient http = new OkHttpClient.Builder()
                .addInterceptor(chain -> new Response.Builder()
                        .request(chain.request())
                        .protocol(Protocol.HTTP_1_1)
                        .code(200)
                        .message("OK")
                        .body(ResponseBody.create(USER, MediaType.get("application/json")))
                        .build())
                .build();
        AppStoreConnect asc = AppStoreConnect.builder(BenchmarkKeys.teamKey())
                .httpClient(http)
                .build();
        return () -> asc.users().get("1").execute().id().length();
    }

    @FunctionalInterface
    private interface Operation {
        int run() throws Exception;
    }
}
