package io.github.ascjava.testing.internal.engine;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ascjava.testing.internal.catalog.OperationShape;
import io.github.ascjava.testing.internal.catalog.Shape;
import io.github.ascjava.testing.internal.http.ApiAnswer;
import io.github.ascjava.testing.internal.http.ApiRequest;
import io.github.ascjava.testing.internal.http.Errors;
import okio.ByteString;

/**
 * Creates responses that contain no resources, such as reports and metrics, as the service does when there are no data.
 */
final class PlainAnswers {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int METRICS_LIMIT = 50;

    private PlainAnswers() {}

    /**
     * Responds to a request for a report, or for other content that is not a JSON:API document; a report without data
     * is a 404.
     */
    static ApiAnswer other(OperationShape.Answer answer) {
        if (answer.shape() instanceof Shape.ObjectOf object) {
            ObjectNode json = JSON.objectNode();
            object.members().stream()
                    .filter(member -> member.shape() instanceof Shape.ListOf)
                    .forEach(member -> json.putArray(member.name()));
            return ApiAnswer.of(answer.status(), answer.contentType(), ByteString.encodeUtf8(json.toString()));
        }
        if (answer.contentType().equals("application/a-gzip")) {
            throw Errors.refusal("no-sales");
        }
        return ApiAnswer.of(answer.status(), answer.contentType(), ByteString.EMPTY);
    }

    /** Responds with metrics without any data. */
    static ApiAnswer metrics(OperationShape.Answer answer, Selection selection, ApiRequest request) {
        ObjectNode document = JSON.objectNode();
        document.putArray("data");
        document.putObject("links").put("self", Paging.url(request.url(), null));
        Integer limit = selection.limit();
        document.putObject("meta")
                .putObject("paging")
                .put("total", 0)
                .put("limit", limit == null ? METRICS_LIMIT : limit);
        return ApiAnswer.json(answer.status(), document);
    }
}
