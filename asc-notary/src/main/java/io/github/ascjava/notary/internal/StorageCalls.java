package io.github.ascjava.notary.internal;

import io.github.ascjava.workflows.internal.Poller;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Authenticator;
import okhttp3.CookieJar;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/** Sends the small requests around an upload in parts, up to three times each, every time with a new signature. Thread-safe. */
final class StorageCalls {

    private static final int ATTEMPTS = 3;
    private static final Duration FIRST_DELAY = Duration.ofSeconds(2);
    private static final int DELAY_FACTOR = 5;
    private static final int SERVER_ERROR = 500;
    private static final long LONGEST_BODY = 64 * 1024;
    private static final Pattern ERROR =
            Pattern.compile("<Error>.*?<Code>([A-Za-z0-9_.]{1,64})</Code>", Pattern.DOTALL);

    private final OkHttpClient client;
    private final Clock clock;
    private final Poller poller;

    StorageCalls(OkHttpClient client, Clock clock, Poller poller) {
        this.client = withoutAnythingOfTheApi(client);
        this.clock = clock;
        this.poller = poller;
    }

    /** Signed requests are complete: a token or a cookie would be rejected, and interceptors might log the credentials. */
    static OkHttpClient withoutAnythingOfTheApi(OkHttpClient client) {
        OkHttpClient.Builder builder = client.newBuilder();
        builder.interceptors().clear();
        builder.networkInterceptors().clear();
        return builder.eventListener(EventListener.NONE)
                .authenticator(Authenticator.NONE)
                .cookieJar(CookieJar.NO_COOKIES)
                .cache(null)
                .followRedirects(false)
                .build();
    }

    /**
     * Returns the body of the response.
     *
     * @param what completes the sentence "S3 did not ..."
     * @param request is asked anew for each attempt
     * @throws StorageException if the request fails for good; a 200 with an error in its body is a failure as well
     */
    String send(String what, Supplier<Request> request) {
        Duration delay = FIRST_DELAY;
        for (int attempt = 1; true; attempt++) {
            Result result = attempt(request.get());
            if (result.problem() == null) {
                return result.body();
            }
            if (attempt == ATTEMPTS || !result.mayPass()) {
                throw new StorageException(
                        "S3 did not " + what + ": " + result.problem()
                                + (attempt > 1 ? " (" + attempt + " attempts)" : "") + ".",
                        result.code(),
                        result.cause());
            }
            poller.sleepUntil(clock.instant().plus(delay));
            delay = delay.multipliedBy(DELAY_FACTOR);
        }
    }

    private Result attempt(Request request) {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("The upload was interrupted.");
        }
        try (Response response = client.newCall(request).execute()) {
            String body = body(response);
            Matcher error = ERROR.matcher(body);
            String code = error.find() ? error.group(1) : null;
            if (response.isSuccessful() && code == null) {
                return new Result(body, null, null, null, false);
            }
            boolean mayPass = response.code() >= SERVER_ERROR || response.isSuccessful();
            return new Result(body, response.code() + (code == null ? "" : " " + code), code, null, mayPass);
        } catch (IOException e) {
            return new Result("", "no complete response: " + e, null, e, true);
        }
    }

    private static String body(Response response) throws IOException {
        BufferedSource source = response.body().source();
        source.request(LONGEST_BODY);
        return source.getBuffer()
                .snapshot((int) Math.min(LONGEST_BODY, source.getBuffer().size()))
                .utf8();
    }

    private record Result(
            String body,
            @Nullable String problem,
            @Nullable String code,
            @Nullable IOException cause,
            boolean mayPass) {}
}
