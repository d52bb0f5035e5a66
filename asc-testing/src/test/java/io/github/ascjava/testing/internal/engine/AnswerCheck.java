package io.github.ascjava.testing.internal.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ascjava.testing.internal.catalog.Catalog;
import io.github.ascjava.testing.internal.http.ApiAnswer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/**
 * Checks the responses of all tests against Apple's document, if it is available; otherwise prints a note once.
 *
 * <p>Known deviations of form are accepted: nulls, offsets without a colon, and display types that are newer than the
 * document.
 */
public final class AnswerCheck {

    private final PathRouter router;
    private final ObjectMapper mapper = new ObjectMapper();
    private final @Nullable AppleDocument document;

    public AnswerCheck(Catalog catalog) {
        this.router = new PathRouter(catalog);
        this.document = documentOrNotice();
    }

    private static @Nullable AppleDocument documentOrNotice() {
        try {
            return AppleDocument.get();
        } catch (TestAbortedException e) {
            System.err.println("Responses are not compared with Apple's document. " + e.getMessage());
            return null;
        }
    }

    /** Returns the violations of a response; empty if there is no document, or if the response is not JSON. */
    public List<String> problems(String method, HttpUrl url, ApiAnswer answer) {
        String contentType = String.valueOf(answer.headers().get("Content-Type"));
        Route route = router.find(method, url.pathSegments());
        if (document == null || route == null || !contentType.endsWith("json")) {
            return List.of();
        }
        return document.problemsOfAnswer(
                route.operation(),
                answer.status(),
                contentType,
                withoutNulls(answer.body().utf8()));
    }

    private String withoutNulls(String json) {
        try {
            JsonNode node = mapper.readTree(json);
            strip(node);
            return node.toString().replace("+0000\"", "+00:00\"").replace("IPHONE_DUO\"", "IPHONE_67\"");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void strip(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().removeIf(member -> member.getValue().isNull());
        }
        node.forEach(AnswerCheck::strip);
    }
}
