package io.github.ascjava.uploads.internal.transfer;

import io.github.ascjava.client.call.Sleeper;
import io.github.ascjava.uploads.internal.transfer.TransferException.Kind;
import java.io.Closeable;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import okhttp3.Authenticator;
import okhttp3.ConnectionPool;
import okhttp3.CookieJar;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;

/**
 * Sends files in parts to hosts that are not the API's. Thread-safe; transfers of several files share connections.
 *
 * <p>A part is sent again after 408, 429, 5xx and broken connections; sending the same bytes to the same URL twice does no
 * harm (docs/live-service.md#upload-urls-need-no-token). All other responses end the transfer.
 */
public final class PartTransfer implements Closeable {

    private static final long IDLE_SECONDS = 30;

    private final OkHttpClient client;
    private final Sleeper sleeper;
    private final TransferOptions options;
    private final RetryDelays delays;
    private final Set<TransferRun> runs = ConcurrentHashMap.newKeySet();
    private volatile boolean canceled;

    /**
     * Creates a transfer.
     *
     * @param client proxy, TLS, DNS and connect timeout are taken from it; interceptors, cookies, cache and authenticator
     *     are not
     */
    public PartTransfer(OkHttpClient client, Clock clock, Sleeper sleeper, TransferOptions options) {
        this.client = foreignHosts(client, options);
        this.sleeper = sleeper;
        this.options = options;
        this.delays = new RetryDelays(clock, () -> ThreadLocalRandom.current().nextDouble());
    }

    /**
     * Sends the parts of a file and returns when all are confirmed. The thread waits; all threads of the transfer have
     * ended when this method ends.
     *
     * @return the parts that were sent, by number
     * @throws TransferException if the file cannot be sent, or the transfer is canceled; parts that were confirmed before
     *     stay with the host
     */
    public SentFile send(SourceFile file, TransferPlan plan, PartRequests requests, TransferObserver observer) {
        requireWithin(file, plan.parts());
        TransferRun run = new TransferRun(plan, sleeper);
        runs.add(run);
        try {
            if (canceled) {
                run.stop(canceled());
            }
            return new Transfer(
                            file,
                            plan,
                            run,
                            observer,
                            options.parallelParts(),
                            () -> new PartSender(client, requests, file, options.attemptsPerPart(), delays, run))
                    .run();
        } finally {
            runs.remove(run);
        }
    }

    /**
     * Cancels all transfers, those under way and later ones, with a {@link TransferException} of the kind
     * {@link Kind#CANCELED}. Returns at once.
     */
    public void cancel() {
        canceled = true;
        runs.forEach(run -> run.stop(canceled()));
    }

    /** Cancels all transfers and closes idle connections. */
    @Override
    public void close() {
        cancel();
        client.connectionPool().evictAll();
    }

    /**
     * The signed URL is the permission. A token or a cookie would be rejected, interceptors and event listeners might log
     * the URL, and a redirect leads to a host that it was not signed for.
     */
    private static OkHttpClient foreignHosts(OkHttpClient client, TransferOptions options) {
        OkHttpClient.Builder builder = client.newBuilder();
        builder.interceptors().clear();
        builder.networkInterceptors().clear();
        return builder.eventListener(EventListener.NONE)
                .authenticator(Authenticator.NONE)
                .cookieJar(CookieJar.NO_COOKIES)
                .cache(null)
                .followRedirects(false)
                // With HTTP/2, all parts would share one connection and its flow control window.
                .protocols(List.of(Protocol.HTTP_1_1))
                .connectionPool(new ConnectionPool(options.parallelParts(), IDLE_SECONDS, TimeUnit.SECONDS))
                .callTimeout(0, TimeUnit.MILLISECONDS)
                .readTimeout(options.timeout())
                .writeTimeout(options.timeout())
                .build();
    }

    private static TransferException canceled() {
        return new TransferException(Kind.CANCELED, "The upload was canceled.", null);
    }

    private static void requireWithin(SourceFile file, List<Part> parts) {
        for (Part part : parts) {
            if (part.end() > file.size()) {
                throw new IllegalArgumentException("Part " + part.number() + " ends at byte " + part.end()
                        + ", after the end of the file " + file.path() + ", which has " + file.size() + " bytes.");
            }
        }
    }
}
