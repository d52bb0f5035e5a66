package io.github.ascjava.testing.internal.server;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ascjava.testing.internal.http.ApiAnswer;
import io.github.ascjava.testing.internal.http.ApiErrorException;
import io.github.ascjava.testing.internal.http.ErrorObject;
import io.github.ascjava.testing.internal.http.Errors;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import okio.ByteString;

/** Writes the error responses of Apple's service and of the gateways in front of it. */
public final class ErrorDocuments {

    /** Responses with these statuses come from a gateway, which does not give errors an ID. */
    private static final Set<Integer> WITHOUT_ID = Set.of(401, 429, 500);

    private ErrorDocuments() {}

    static ApiAnswer of(ApiErrorException refusal) {
        return of(refusal.status(), refusal.errors());
    }

    /** Writes a response with errors. */
    public static ApiAnswer of(int status, List<ErrorObject> errors) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        ArrayNode list = document.putArray("errors");
        errors.forEach(error -> list.add(error.toJson(
                status, WITHOUT_ID.contains(status) ? null : UUID.randomUUID().toString())));
        return ApiAnswer.json(status, document);
    }

    /**
     * Returns a response for a status.
     *
     * @param status 400 to 599
     */
    public static ApiAnswer ofStatus(int status) {
        return switch (status) {
            case 406 -> ApiAnswer.of(status, "text/plain", ByteString.encodeUtf8("Not Acceptable"));
            case 502 -> page(status, "Bad Gateway");
            case 503 -> page(status, "Service Temporarily Unavailable");
            case 504 -> page(status, "Gateway Time-out");
            default -> of(status, List.of(error(status)));
        };
    }

    private static ErrorObject error(int status) {
        return switch (status) {
            case 400 -> Errors.error("status-400");
            case 401 -> Errors.error("not-authorized");
            case 403 -> Errors.error("key-not-allowed");
            case 404, 410 -> Errors.error("status-404");
            case 405 -> Errors.error("status-405");
            case 409 -> Errors.error("status-409");
            case 422 -> Errors.error("status-422");
            case 429 -> Errors.error("rate-limit");
            default -> Errors.error("unexpected");
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
}
