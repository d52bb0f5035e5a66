package io.github.ascjava.webhooks;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when a request is not a genuine webhook event, or a genuine one that cannot be read.
 *
 * <p>The message is a sentence that can be logged and sent as the response: it has neither secrets and signatures nor content
 * of the body.
 *
 * @since 0.1.0
 */
public final class InvalidWebhookException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Problem problem;

    InvalidWebhookException(Problem problem, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.problem = problem;
    }

    InvalidWebhookException(Problem problem, String message) {
        this(problem, message, null);
    }

    /** Returns what is wrong. */
    public Problem problem() {
        return problem;
    }

    /** Returns the HTTP status to respond with: 401, 413, or 400 for an event that is genuine and unreadable. */
    public int httpStatus() {
        return problem.httpStatus;
    }

    /** What is wrong with a request. */
    public enum Problem {
        /** The request has no signature header, or an empty one. */
        MISSING_SIGNATURE(401),
        /** The request has several signature headers. */
        SEVERAL_SIGNATURES(401),
        /** The signature header is not {@code hmacsha256=} and 64 hexadecimal digits. */
        MALFORMED_SIGNATURE(401),
        /** The signature is that of another body or of another secret. */
        WRONG_SIGNATURE(401),
        /** The body is larger than {@link WebhookVerifier#maxBodyBytes()}. */
        BODY_TOO_LARGE(413),
        /** The signature is right, but the body is not an event. */
        UNREADABLE_EVENT(400);

        private final int httpStatus;

        Problem(int httpStatus) {
            this.httpStatus = httpStatus;
        }
    }
}
