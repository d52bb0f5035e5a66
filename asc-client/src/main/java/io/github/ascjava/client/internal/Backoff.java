package io.github.ascjava.client.internal;

import io.github.ascjava.client.call.RetryPolicy;
import io.github.ascjava.client.error.ErrorResponse;
import java.io.IOException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Set;
import java.util.function.DoubleSupplier;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether an attempt is retried, and when.
 *
 * <p>A write that failed with anything but a 429 may have been applied
 * (docs/live-service.md#writes-may-succeed-despite-an-error), and a 409 is final.
 */
final class Backoff {

    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD");
    private static final Set<Integer> RETRYABLE_STATUSES = Set.of(408, 429, 500, 502, 503, 504);
    private static final int TOO_MANY_REQUESTS = 429;
    /**
     * The shortest known rate limit is per minute (docs/live-service.md#minute-limit-is-undocumented); delays as for a
     * fault would use up the attempts.
     */
    private static final int LONGER_FOR_BUDGETS = 8;

    /** Random numbers from 0 to 1. */
    private final DoubleSupplier random;

    Backoff(DoubleSupplier random) {
        this.random = random;
    }

    /**
     * Returns how long to wait before the next attempt, or null if there should be none.
     *
     * @param sent how often the request was sent
     */
    @Nullable
    Duration delayAfter(AttemptResult<?> outcome, Request request, int sent, RetryPolicy policy) {
        if (sent > policy.maxRetries() || !isReplayable(request.body())) {
            return null;
        }
        boolean harmless = SAFE_METHODS.contains(request.method());
        if (outcome instanceof AttemptResult.ErrorStatus<?> refused) {
            int status = refused.answer().status();
            return status == TOO_MANY_REQUESTS || (harmless && RETRYABLE_STATUSES.contains(status))
                    ? delay(refused.answer(), sent, policy)
                    : null;
        }
        return harmless && outcome instanceof AttemptResult.NoResponse<?> failed && mayPass(failed)
                ? backoff(sent, policy, 1)
                : null;
    }

    private Duration delay(ErrorResponse answer, int sent, RetryPolicy policy) {
        if (answer.retryAfter() != null) {
            // With jitter, so that clients with the same Retry-After do not retry at the same moment.
            return answer.retryAfter().plus(part(policy.initialBackoff()));
        }
        return backoff(sent, policy, answer.status() == TOO_MANY_REQUESTS ? LONGER_FOR_BUDGETS : 1);
    }

    /** Exponential backoff with full jitter. */
    private Duration backoff(int sent, RetryPolicy policy, int factor) {
        Duration longest = policy.maxBackoff();
        Duration delay = policy.initialBackoff();
        for (long doubled = factor; doubled > 1 && delay.compareTo(longest) < 0; doubled /= 2) {
            delay = delay.multipliedBy(2);
        }
        for (int i = 1; i < sent && delay.compareTo(longest) < 0; i++) {
            delay = delay.multipliedBy(2);
        }
        return part(delay.compareTo(longest) < 0 ? delay : longest);
    }

    private Duration part(Duration duration) {
        // In floating point, which does not overflow for a policy of hundreds of years.
        return Duration.ofNanos((long) (random.getAsDouble() * (duration.getSeconds() * 1e9 + duration.getNano())));
    }

    private static boolean isReplayable(@Nullable RequestBody body) {
        return body == null || !(body.isOneShot() || body.isDuplex());
    }

    private static boolean mayPass(AttemptResult.NoResponse<?> failed) {
        IOException cause = failed.cause();
        return !failed.isCanceled()
                && !Thread.currentThread().isInterrupted()
                && ExceptionTranslator.mayPass(cause)
                && !(cause instanceof SSLPeerUnverifiedException)
                && !(cause instanceof SSLHandshakeException && cause.getCause() instanceof CertificateException);
    }
}
