package io.github.ascjava.notary.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.ascjava.client.call.ApiCall;
import io.github.ascjava.client.error.ApiError;
import io.github.ascjava.client.error.ApiException;
import io.github.ascjava.client.error.ErrorResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Completes the exceptions of the client with what the Notary API says in other ways than the rest of App Store Connect
 * (docs/live-service.md#notary-api).
 */
public final class NotaryErrors {

    private static final Pattern REQUEST_ID = Pattern.compile("Request ID: (\\S+)");
    private static final String AGREEMENT = "The Account Holder must sign in to App Store Connect (Business) and to the"
            + " developer website, and accept the pending agreements.";

    private NotaryErrors() {}

    /**
     * Executes a call.
     *
     * @throws ApiException with the errors and the request ID, whatever form the response has
     */
    public static <T> T execute(ApiCall<T> call) {
        try {
            return call.execute();
        } catch (ApiException e) {
            throw completed(e);
        }
    }

    private static ApiException completed(ApiException e) {
        List<ApiError> errors = e.errors().isEmpty() ? olderForm(e.rawBody()) : e.errors();
        String requestId = e.requestId() == null ? requestId(e.rawBody()) : e.requestId();
        String advice = e.advice().orElse(e.rawBody().contains("required agreement") ? AGREEMENT : null);
        boolean isComplete = errors.equals(e.errors())
                && e.advice().isPresent() == (advice != null)
                && (requestId == null) == (e.requestId() == null);
        if (isComplete) {
            return e;
        }
        ErrorResponse response =
                new ErrorResponse(e.status(), errors, e.rawBody(), requestId, e.rateLimit(), e.retryAfter(), advice);
        ApiException completed = ApiException.of(e.operation(), response, e.attempts(), null);
        completed.setStackTrace(e.getStackTrace());
        return completed;
    }

    /** Reads an object with name and description, which Apple's pages have. */
    private static List<ApiError> olderForm(String body) {
        JsonNode tree = tree(body);
        String name = text(tree.path("name"));
        String description = text(tree.path("description"));
        return name == null && description == null
                ? List.of()
                : List.of(new ApiError(null, null, name, null, description, null, null, Map.of(), Map.of()));
    }

    private static JsonNode tree(String body) {
        try {
            JsonNode tree = new ObjectMapper().readTree(body);
            return tree == null ? MissingNode.getInstance() : tree;
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    private static @Nullable String text(JsonNode node) {
        return node.isTextual() ? node.asText() : null;
    }

    private static @Nullable String requestId(String body) {
        Matcher id = REQUEST_ID.matcher(body);
        return id.find() ? id.group(1) : null;
    }
}
