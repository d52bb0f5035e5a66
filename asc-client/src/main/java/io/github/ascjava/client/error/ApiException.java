package io.github.ascjava.client.error;

import io.github.ascjava.client.call.RateLimit;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when Apple answers with an error status.
 *
 * <p>Its subclasses name the statuses that programs tell apart. All that Apple said is kept: every error, the raw body even
 * if it is no JSON, the request id and the rate limit.
 *
 * @see <a href="https://developer.apple.com/documentation/appstoreconnectapi/interpreting-and-handling-errors">
 *     Interpreting and Handling Errors</a>
 */
public class ApiException extends AscException {

    private static final long serialVersionUID = 1L;

    private final ErrorResponse answer;

    ApiException(String operation, Details details) {
        super(operation, details.attempts(), details.text(), null);
        this.answer = details.answer();
    }

    /**
     * Makes the exception that fits the status of an answer.
     *
     * @param attempts how often the request was sent
     * @param note why it was not sent again, in a sentence, or null if there is nothing to say
     */
    public static ApiException of(String operation, ErrorResponse answer, int attempts, @Nullable String note) {
        Details details = new Details(answer, attempts, note);
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

    /** Returns Apple's errors, in the order of the answer; empty if the body was none of Apple's. */
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

    /** Returns what to do about it in a sentence or two, where the reason is one that people often meet. */
    public Optional<String> advice() {
        return Optional.ofNullable(answer.advice());
    }

    /** Returns Apple's id of the request, which support asks for, or null if the answer had none. */
    public @Nullable String requestId() {
        return answer.requestId();
    }

    /** Returns what the answer said about the rate limit. */
    public RateLimit rateLimit() {
        return answer.rateLimit();
    }

    /** Returns how long the answer asked to wait ({@code Retry-After}), or null if it did not say. */
    public @Nullable Duration retryAfter() {
        return answer.retryAfter();
    }

    /** Returns the body as it came, cut after 64 KiB. */
    public String rawBody() {
        return answer.rawBody();
    }

    private Stream<ApiError> allErrors() {
        Stream<ApiError> associated = errors().stream()
                .flatMap(error -> error.associatedErrors().values().stream())
                .flatMap(List::stream);
        return Stream.concat(errors().stream(), associated);
    }

    /** An answer and what became of the call. */
    record Details(
            ErrorResponse answer, int attempts, @Nullable String note) {

        String text() {
            String said = ErrorText.of(answer);
            String end = said.endsWith(".") ? "" : ".";
            return note == null && attempts < 2 ? said : said + end + (note == null ? "" : " " + note);
        }
    }
}
