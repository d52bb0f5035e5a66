package io.github.ascjava.client.error;

import io.github.ascjava.client.call.RateLimit;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when Apple responds with an error status.
 *
 * <p>Its subclasses stand for the statuses that programs distinguish. Everything in the response is available: all
 * errors, the raw body even if it is not JSON, the request ID and the rate limit.
 *
 * @see <a href="https://developer.apple.com/documentation/appstoreconnectapi/interpreting-and-handling-errors">
 *     Interpreting and Handling Errors</a>
 * @since 0.1.0
 */
public class ApiException extends AscException {

    private static final long serialVersionUID = 1L;

    private final ErrorResponse answer;

    ApiException(String operation, Details details) {
        super(operation, details.attempts(), details.text(), null, details.existing());
        this.answer = details.answer();
    }

    /**
     * Creates the exception for the status of a response.
     *
     * @param attempts how often the request was sent
     * @param note why it was not retried, in a sentence, or null
     */
    public static ApiException of(String operation, ErrorResponse answer, int attempts, @Nullable String note) {
        return of(operation, new Details(answer, attempts, note, null));
    }

    private static ApiException of(String operation, Details details) {
        ErrorResponse answer = details.answer();
        return switch (answer.status()) {
            case 401 -> new UnauthorizedException(operation, details);
            case 403 -> new ForbiddenException(operation, details);
            case 404, 410 -> new NotFoundException(operation, details);
            case 409 -> new ConflictException(operation, details);
            case 429 -> new RateLimitException(operation, details);
            default ->
                answer.status() >= 500 ? new ServerException(operation, details) : new ApiException(operation, details);
        };
    }

    /** Returns the HTTP status. */
    public int status() {
        return answer.status();
    }

    /** Returns Apple's errors, in the order of the response; empty if the body is not an error document. */
    public List<ApiError> errors() {
        return answer.errors();
    }

    /**
     * Returns whether any error, associated ones included, has the given code or a special case of it.
     *
     * @param general a code or the leading parts of one, such as {@code ENTITY_ERROR.ATTRIBUTE}
     */
    public boolean hasCode(String general) {
        return allErrors().anyMatch(error -> error.hasCode(general));
    }

    /** Returns advice in a sentence or two, for common causes. */
    public Optional<String> advice() {
        return Optional.ofNullable(answer.advice());
    }

    /**
     * Returns the same exception with further advice.
     *
     * @param sentence what to do about it
     * @param existing the resource that exists in place of the one to be created, or null
     */
    public ApiException withAdvice(String sentence, @Nullable ExistingResource existing) {
        String advice = answer.advice() == null ? sentence : answer.advice() + " " + sentence;
        return traced(of(operation(), new Details(answer.withAdvice(advice), attempts(), null, existing)));
    }

    /** Returns Apple's ID of the request, to give to Apple's support, or null if the response had none. */
    public @Nullable String requestId() {
        return answer.requestId();
    }

    /** Returns the rate limit reported by the response. */
    public RateLimit rateLimit() {
        return answer.rateLimit();
    }

    /** Returns the delay that the response requested with {@code Retry-After}, or null if none. */
    public @Nullable Duration retryAfter() {
        return answer.retryAfter();
    }

    /** Returns the body as received, truncated after 64 KiB. */
    public String rawBody() {
        return answer.rawBody();
    }

    private Stream<ApiError> allErrors() {
        Stream<ApiError> associated = errors().stream()
                .flatMap(error -> error.associatedErrors().values().stream())
                .flatMap(List::stream);
        return Stream.concat(errors().stream(), associated);
    }

    /** A response and the outcome of its call. */
    record Details(
            ErrorResponse answer,
            int attempts,
            @Nullable String note,
            @Nullable ExistingResource existing) {

        String text() {
            String said = ErrorText.of(answer);
            String end = said.endsWith(".") ? "" : ".";
            return note == null && attempts < 2 ? said : said + end + (note == null ? "" : " " + note);
        }
    }
}
