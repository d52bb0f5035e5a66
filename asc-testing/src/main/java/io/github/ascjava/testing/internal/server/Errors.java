package io.github.ascjava.testing.internal.server;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ascjava.testing.internal.http.ApiAnswer;
import io.github.ascjava.testing.internal.http.ApiErrorException;
import io.github.ascjava.testing.internal.http.ErrorKind;
import io.github.ascjava.testing.internal.http.ErrorObject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** Apple's error responses, and the errors that precede any look-up of resources. */
public final class Errors {

    private static final String NO_DETAIL = "Unable to process request.";

    /** Responses with these statuses come from a gateway, which does not give errors an ID. */
    private static final Set<Integer> WITHOUT_ID = Set.of(401, 429, 500);

    private Errors() {}

    static ApiErrorException unauthorized() {
        return ErrorKind.NOT_AUTHORIZED.refusal(
                "Provide a properly configured and signed bearer token, and make sure that it has not expired. Learn more"
                        + " about Generating Tokens for API Requests"
                        + " https://developer.apple.com/go/?id=api-generating-tokens");
    }

    /** The error for individual keys is unknown; this is the one for keys without the required role. */
    static ApiErrorException keyNotAllowed() {
        return ErrorKind.FORBIDDEN.refusal("The API key in use does not allow this request");
    }

    static ApiErrorException rateLimitExceeded() {
        return ErrorKind.RATE_LIMIT.refusal(
                "We've received too many requests for this API. Please wait and try again or slow down your request rate.");
    }

    /** Also the response to a URL that is too long, which does not mention the length. */
    static ApiErrorException unexpected() {
        return ErrorKind.UNEXPECTED.refusal(
                "An unexpected error occurred on the server side. If this issue continues, contact us at"
                        + " https://developer.apple.com/contact/.");
    }

    /** The status is documented, the text is not. */
    static ApiErrorException unsupportedMediaType() {
        return ErrorKind.UNSUPPORTED_MEDIA_TYPE.refusal("The request entity must be of type 'application/json'");
    }

    /** Neither the status nor the words are documented. */
    static ApiErrorException tooLarge() {
        return ErrorKind.TOO_LARGE.refusal("The request entity is larger than this resource accepts");
    }

    /** Writes the response to a rejected request. */
    static ApiAnswer document(ApiErrorException refusal) {
        return document(refusal.status(), refusal.errors());
    }

    /** Writes a response with errors. */
    public static ApiAnswer document(int status, List<ErrorObject> errors) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        ArrayNode list = document.putArray("errors");
        errors.forEach(error -> list.add(error.toJson(status, id(status))));
        return ApiAnswer.json(status, document);
    }

    /**
     * Returns the response of Apple's service, or of a gateway in front of it, for a status.
     *
     * @param status 400 to 599
     */
    public static ApiAnswer ofStatus(int status) {
        return switch (status) {
            case 406 -> ApiAnswer.of(status, "text/plain", ByteString.encodeUtf8("Not Acceptable"));
            case 502 -> page(status, "Bad Gateway");
            case 503 -> page(status, "Service Temporarily Unavailable");
            case 504 -> page(status, "Gateway Time-out");
            default -> document(status, errors(status));
        };
    }

    private static List<ErrorObject> errors(int status) {
        return switch (status) {
            case 400 -> List.of(ErrorKind.PARAMETER_INVALID.error(NO_DETAIL));
            case 401 -> unauthorized().errors();
            case 403 -> keyNotAllowed().errors();
            case 404, 410 -> List.of(ErrorKind.NOT_FOUND.error(NO_DETAIL));
            case 405 -> List.of(ErrorObject.of("METHOD_NOT_ALLOWED", "The request method is not allowed", NO_DETAIL));
            case 409 -> List.of(ErrorKind.ENTITY.error(NO_DETAIL));
            case 422 ->
                List.of(ErrorObject.of("ENTITY_UNPROCESSABLE", "The request entity cannot be processed", NO_DETAIL));
            case 429 -> rateLimitExceeded().errors();
            default -> unexpected().errors();
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
