package io.github.ascjava.release;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.webhooks.WebhookEvent;
import io.github.ascjava.webhooks.WebhookPayload.AppStoreVersionAppVersionStateUpdated;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Waits for the result of a review: by reading the submission from time to time, when a webhook says that something changed,
 * or both. Thread-safe.
 *
 * <pre>{@code
 * SubmissionWatch watch = releases.watch(submission, ReleaseListener.NONE);
 * watch.result().thenAccept(result -> System.out.println(result.describe()));
 * // in the handler of the webhook:
 * watch.accept(event);
 * }</pre>
 *
 * @since 0.1.0
 */
public final class SubmissionWatch {

    /** A review takes hours. */
    private static final Duration FIRST = Duration.ofSeconds(30);

    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final AppStoreConnect asc;
    private final Submissions submissions;
    private final ReleaseListener listener;
    private final CompletableFuture<ReleaseSubmission> result = new CompletableFuture<>();
    private ReleaseSubmission last;

    SubmissionWatch(
            AppStoreConnect asc, Submissions submissions, ReleaseSubmission submission, ReleaseListener listener) {
        this.asc = asc;
        this.submissions = submissions;
        this.listener = listener;
        this.last = submission;
        completeIfFinal();
    }

    /** Returns what completes with the submission when its review is over. */
    public CompletionStage<ReleaseSubmission> result() {
        return result.minimalCompletionStage();
    }

    /** Reads the submission now, and returns it. */
    public synchronized ReleaseSubmission look() {
        ReleaseSubmission now = submissions.get(last.id());
        if (!now.equals(last)) {
            last = now;
            listener.onSubmission(now);
        }
        completeIfFinal();
        return last;
    }

    /**
     * Takes an event of a webhook, and reads the submission if the event is about one of its versions. An event is a hint
     * only, so its own states are not used.
     *
     * @return whether the event was about a version of the submission
     * @throws io.github.ascjava.client.error.AscException if the submission cannot be read
     */
    public boolean accept(WebhookEvent event) {
        if (event.payload() instanceof AppStoreVersionAppVersionStateUpdated updated && isOurs(updated)) {
            look();
            return true;
        }
        return false;
    }

    private synchronized boolean isOurs(AppStoreVersionAppVersionStateUpdated updated) {
        return last.items().stream()
                .anyMatch(item ->
                        item.type().equals(SubmissionItem.VERSIONS) && item.id().equals(updated.appStoreVersionId()));
    }

    /**
     * Reads the submission until its review is over, every 30 seconds first and every 5 minutes later.
     *
     * @param timeout how long at most; zero or more
     * @return the submission, which is not {@linkplain ReleaseSubmission#isFinal final} if the time is over
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public ReleaseSubmission await(Duration timeout) {
        return new Waits(asc, timeout, listener)
                .until("the review", FIRST, LONGEST, this::look, ReleaseSubmission::isFinal);
    }

    private void completeIfFinal() {
        if (last.isFinal()) {
            result.complete(last);
        }
    }
}
