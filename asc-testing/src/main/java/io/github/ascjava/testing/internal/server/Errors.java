package io.github.ascjava.testing.internal.server;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ascjava.testing.internal.http.ApiAnswer;
import io.github.ascjava.testing.internal.http.ApiErrorException;
import io.github.ascjava.testing.internal.http.ErrorObject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** Apple's error answers. */
public final class Errors {

    /** (facts 2.5) */
    static final ErrorObject NOT_AUTHORIZED = ErrorObject.of(
            "NOT_AUTHORIZED",
            "Authentication credentials are missing or invalid.",
            "Provide a properly configured and signed bearer token, and make sure that it has not expired. Learn more"
                    + " about Generating Tokens for API Requests"
                    + " https://developer.apple.com/go/?id=api-generating-tokens");

    /** (facts 2.5) */
    static final ErrorObject FORBIDDEN_ERROR = ErrorObject.of(
            "FORBIDDEN_ERROR",
            "This request is forbidden for security reasons",
            "The API key in use does not allow this request");

    /** (facts 3) */
    static final ErrorObject RATE_LIMIT_EXCEEDED = ErrorObject.of(
            "RATE_LIMIT_EXCEEDED",
            "The request rate limit has been reached.",
            "We've received too many requests for this API. Please wait and try again or slow down your request rate.");

    /** (facts 4.4) */
    static final ErrorObject UNEXPECTED_ERROR = ErrorObject.of(
            "UNEXPECTED_ERROR",
            "An unexpected error occurred.",
            "An unexpected error occurred on the server side. If this issue continues, contact us at"
                    + " https://developer.apple.com/contact/.");

    private static final String NO_DETAIL = "Unable to process request.";

    /** Answers of these statuses come from before the service that gives errors their ids (facts 2.5, 3, 4.4). */
    private static final Set<Integer> WITHOUT_ID = Set.of(401, 429, 500);

    private Errors() {}

    /** Writes the answer to a refused request. */
    static ApiAnswer document(ApiErrorException refusal) {
        return document(refusal.status(), refusal.errors());
    }

    /** Writes an answer with errors. */
    public static ApiAnswer document(int status, List<ErrorObject> errors) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        ArrayNode list = document.putArray("errors");
        errors.forEach(error -> list.add(error.toJson(status, id(status))));
        return ApiAnswer.json(status, document);
    }

    /**
     * Returns what Apple's service, or a gateway before it, answers with a status (facts 2.5, 3, 4).
     *
     * @param status 400 or more
     */
    public static ApiAnswer ofStatus(int status) {
        return switch (status) {
            case 406 -> ApiAnswer.of(status, "text/plain", ByteString.encodeUtf8("Not Acceptable"));
            case 502 -> page(status, "Bad Gateway");
            case 503 -> page(status, "Service Temporarily Unavailable");
            case 504 -> page(status, "Gateway Time-out");
            default -> document(status, List.of(object(status)));
        };
    }

    private static ErrorObject object(int status) {
        return switch (status) {
            case 400 -> ErrorObject.of("PARAMETER_ERROR.INVALID", "A parameter has an invalid value", NO_DETAIL);
            case 401 -> NOT_AUTHORIZED;
            case 403 -> FORBIDDEN_ERROR;
            case 404, 410 -> ErrorObject.of("NOT_FOUND", "The specified resource does not exist", NO_DETAIL);
            case 405 -> ErrorObject.of("METHOD_NOT_ALLOWED", "The request method is not allowed", NO_DETAIL);
            case 409 -> ErrorObject.of("ENTITY_ERROR", "There is a problem with the request entity", NO_DETAIL);
            case 422 -> ErrorObject.of("ENTITY_UNPROCESSABLE", "The request entity cannot be processed", NO_DETAIL);
            case 429 -> RATE_LIMIT_EXCEEDED;
            default -> UNEXPECTED_ERROR;
        };
    }

    private static ApiAnswer page(int status, String words) {
        String title = status + " " + words;
        return ApiAnswer.of(
                status,
                "text/html",
                ByteString.encodeUtf8("<html>\n<head><title>" + title + "</title></head>\n<body>\n<center><h1>" + title
                        + "</h1></center>\n</body>\n</html>\n"));
    }

    private static @Nullable String id(int status) {
        return WITHOUT_ID.contains(status) ? null : UUID.randomUUID().toString();
    }
}
