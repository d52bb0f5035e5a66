package io.github.ascjava.benchmarks.webhooks;

import com.sun.management.ThreadMXBean;
import io.github.ascjava.webhooks.WebhookSigner;
import io.github.ascjava.webhooks.WebhookVerifier;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The cost of verifying a body of 10,000 bytes after warm-up, as one line for {@code scripts/webhook-speed}: nanoseconds of CPU
 * and bytes allocated by {@code Mac.getInstance}, {@code init} and {@code doFinal}, and the same by {@code WebhookVerifier},
 * without and with reading the event.
 *
 * <p>The ways run in turns of a tenth of a second on one thread, and the median of each counts, so that what else the machine
 * does meanwhile meets all of them.
 */
public final class WebhookSpeed {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final String SECRET = "a secret of thirty-two characters";
    private static final int BODY_BYTES = 10_000;
    private static final int WARM_UP_TURNS = 20;
    private static final int TURNS = 31;
    private static final long TURN_NANOS = 100_000_000;

    private static long checksum;

    private WebhookSpeed() {}

    /** Measures and prints. */
    public static void main(String[] args) throws Exception {
        byte[] body = body();
        String signature = WebhookSigner.of(SECRET).sign(body);
        WebhookVerifier verifier = WebhookVerifier.of(SECRET);
        SecretKeySpec key = new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
        Operation[] ways = {
            () -> mac(key, body),
            () -> {
                verifier.requireGenuine(body, signature);
                return 1;
            },
            () -> verifier.verify(body, signature).type().length()
        };
        long[][] cpu = new long[ways.length][TURNS];
        long[][] allocated = new long[ways.length][TURNS];
        for (int turn = -WARM_UP_TURNS; turn < TURNS; turn++) {
            for (int way = 0; way < ways.length; way++) {
                long[] cost = turn(ways[way]);
                if (turn >= 0) {
                    cpu[way][turn] = cost[0];
                    allocated[way][turn] = cost[1];
                }
            }
        }
        StringBuilder line = new StringBuilder();
        for (int way = 0; way < ways.length; way++) {
            line.append(median(cpu[way]))
                    .append(' ')
                    .append(median(allocated[way]))
                    .append(' ');
        }
        System.out.println(line.toString().strip());
        // The exit status depends on the results, so that nothing is optimized away.
        System.exit(checksum == 0 ? 1 : 0);
    }

    private static int mac(SecretKeySpec key, byte[] body) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(key);
        return mac.doFinal(body)[0];
    }

    /** Returns CPU time and allocation of one operation. */
    private static long[] turn(Operation operation) throws Exception {
        long cpu = THREADS.getCurrentThreadCpuTime();
        long allocated = THREADS.getCurrentThreadAllocatedBytes();
        long end = System.nanoTime() + TURN_NANOS;
        long times = 0;
        while (System.nanoTime() < end) {
            for (int i = 0; i < 50; i++) {
                checksum += operation.run();
                times++;
            }
        }
        return new long[] {
            (THREADS.getCurrentThreadCpuTime() - cpu) / times,
            (THREADS.getCurrentThreadAllocatedBytes() - allocated) / times
        };
    }

    private static long median(long[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    /** An event with as many territories as fit. */
    private static byte[] body() {
        StringBuilder json =
                new StringBuilder("{\"data\":{\"type\":\"alternativeDistributionTerritoryAvailabilityUpdated\","
                        + "\"id\":\"33e75449\",\"attributes\":{\"territories\":[\"DNK\"");
        String end = "]}}}";
        while (json.length() + end.length() + 6 <= BODY_BYTES) {
            json.append(",\"IRL\"");
        }
        json.append(" ".repeat(BODY_BYTES - json.length() - end.length())).append(end);
        return json.toString().getBytes(StandardCharsets.US_ASCII);
    }

    @FunctionalInterface
    private interface Operation {
        int run() throws Exception;
    }
}
