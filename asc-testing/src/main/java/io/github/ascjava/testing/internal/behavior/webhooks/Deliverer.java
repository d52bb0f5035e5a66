package io.github.ascjava.testing.internal.behavior.webhooks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import okhttp3.ConnectionPool;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSource;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * Sends deliveries to webhooks on this machine only.
 *
 * <p>Otherwise, a test that keeps its webhook's real URL would notify a real service of events that never happened.
 * Thread-safe.
 */
final class Deliverer {

    static final String ELSEWHERE =
            "The sandbox delivers to this machine only. Use a URL that begins with http://localhost or http://127.0.0.1.";

    private static final MediaType JSON = MediaType.get("application/json");
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|::1");
    private static final Duration LONGEST_CALL = Duration.ofSeconds(10);
    private static final long LONGEST_BODY = 16_384;

    private @Nullable OkHttpClient client;

    /**
     * Sends one delivery and returns its outcome; never throws.
     *
     * @param secret the signing secret, or empty for a webhook that a test created without one
     */
    Outcome deliver(String url, ByteString body, String secret) {
        HttpUrl target = HttpUrl.parse(url);
        if (target == null || !LOOPBACK.matcher(target.host()).matches()) {
            return new Outcome(null, null, ELSEWHERE);
        }
        Request.Builder request = new Request.Builder().url(target).post(RequestBody.create(body, JSON));
        if (!secret.isEmpty()) {
            request.header(WebhookSignature.HEADER, WebhookSignature.of(body, secret));
        }
        try (Response response = client().newCall(request.build()).execute()) {
            int status = response.code();
            String error =
                    response.isSuccessful() ? null : "The endpoint responded with the HTTP status " + status + ".";
            return new Outcome(status, beginning(response.body()), error);
        } catch (IOException e) {
            return new Outcome(null, null, "The endpoint could not be reached: " + e.getMessage());
        }
    }

    /** A webhook's response may never end. */
    private static String beginning(ResponseBody body) throws IOException {
        BufferedSource source = body.source();
        source.request(LONGEST_BODY);
        return source.getBuffer()
                .snapshot((int) Math.min(LONGEST_BODY, source.getBuffer().size()))
                .utf8();
    }

    /** Created on first use; most sandboxes have no webhooks. */
    private synchronized OkHttpClient client() {
        OkHttpClient current = client;
        if (current == null) {
            current = new OkHttpClient.Builder()
                    .callTimeout(LONGEST_CALL)
                    .followRedirects(false)
                    .followSslRedirects(false)
                    .proxy(Proxy.NO_PROXY)
                    .dns(Deliverer::loopback)
                    // Deliveries are rare, and no connection may outlive the sandbox.
                    .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
                    .build();
            client = current;
        }
        return current;
    }

    private static List<InetAddress> loopback(String host) throws UnknownHostException {
        return List.of(InetAddress.getAllByName("localhost"));
    }

    /**
     * The outcome of a delivery.
     *
     * @param status the HTTP status, or null if there was no response
     * @param body the beginning of the response body, or null
     * @param error the failure, or null
     */
    record Outcome(
            @Nullable Integer status,
            @Nullable String body,
            @Nullable String error) {}
}
