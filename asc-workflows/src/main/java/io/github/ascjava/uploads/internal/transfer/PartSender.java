package io.github.ascjava.uploads.internal.transfer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.function.LongConsumer;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Sends the parts that one thread takes, each as often as needed. Not thread-safe. */
final class PartSender {

    private final OkHttpClient client;
    private final PartRequests requests;
    private final SourceFile file;
    private final int attemptsPerPart;
    private final RetryDelays delays;
    private final TransferRun run;
    private final ByteBuffer window = ByteBuffer.allocateDirect(SourceFile.WINDOW);

    /** The host of the latest request, for messages. */
    private String host = "its host";

    PartSender(
            OkHttpClient client,
            PartRequests requests,
            SourceFile file,
            int attemptsPerPart,
            RetryDelays delays,
            TransferRun run) {
        this.client = client;
        this.requests = requests;
        this.file = file;
        this.attemptsPerPart = attemptsPerPart;
        this.delays = delays;
        this.run = run;
    }

    /**
     * Sends a part.
     *
     * @throws StoppedException if the transfer was stopped meanwhile
     * @throws TransferException if the part cannot be sent
     */
    SentPart send(Part part) throws StoppedException {
        LongConsumer counter = run.progress().ofPart();
        for (int attempt = 1; true; attempt++) {
            file.requireUnchanged();
            Outcome outcome = attempt(part, attempt, counter);
            if (outcome.sent() != null) {
                return outcome.sent();
            }
            run.requireRunning();
            requireAnotherAttempt(part, attempt, outcome);
            run.pause(outcome.delay());
        }
    }

    private Outcome attempt(Part part, int attempt, LongConsumer counter) {
        try {
            Call call = client.newCall(request(part, new PartBody(file, part, window, counter)));
            run.begin(call);
            try (Response response = call.execute()) {
                return response.isSuccessful()
                        ? new Outcome(new SentPart(part, response.header("ETag"), attempt), Duration.ZERO, "", null)
                        : rejected(part, attempt, response);
            } finally {
                run.end(call);
            }
        } catch (SourceException e) {
            throw e.asTransferException();
        } catch (IOException e) {
            if (PartFailures.isUntrusted(e)) {
                throw PartFailures.untrusted(host, e);
            }
            return new Outcome(null, delays.after(attempt), PartFailures.problem(e), e);
        }
    }

    private Request request(Part part, PartBody body) throws IOException {
        Request request = requests.request(part, body);
        if (request.body() != body) {
            throw new IllegalArgumentException("The request of a part must have the body that it was given.");
        }
        PresignedUrl.requireEncrypted(request.url());
        host = request.url().host();
        return request;
    }

    private Outcome rejected(Part part, int attempt, Response response) {
        Rejection rejection = Rejection.of(response);
        if (rejection.isTransient()) {
            Duration delay = delays.after(rejection, response.headers(), attempt);
            return new Outcome(null, delay, "the host responded with " + rejection.text(), null);
        }
        throw PartFailures.rejected(part, host, rejection);
    }

    private void requireAnotherAttempt(Part part, int attempt, Outcome outcome) {
        String reason;
        if (attempt >= attemptsPerPart) {
            reason = "";
        } else if (outcome.delay().compareTo(RetryDelays.LONGEST_RETRY_AFTER) > 0) {
            reason = " It asked to wait for " + outcome.delay().toMinutes() + " minutes; try again later.";
        } else if (!run.takeRetry()) {
            reason = " Too many parts failed.";
        } else {
            return;
        }
        String attempts = " (" + attempt + (attempt == 1 ? " attempt)." : " attempts).");
        throw PartFailures.exhausted(part, host, outcome.problem() + attempts + reason, outcome.cause());
    }

    /**
     * What became of one attempt.
     *
     * @param sent null if it failed but may be repeated
     */
    private record Outcome(
            @Nullable SentPart sent,
            Duration delay,
            String problem,
            @Nullable IOException cause) {}
}
