package io.github.ascjava.testing.internal.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ascjava.testing.internal.catalog.Catalog;
import io.github.ascjava.testing.internal.http.ApiAnswer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import okhttp3.HttpUrl;

/**
 * Compares the answers that any test gets with Apple's document, where that is there.
 *
 * <p>Known deviations are let pass: nulls, offsets without a colon, and lists in power metrics.
 */
public final class AnswerCheck {

    private static final boolean POSSIBLE = Files.exists(Path.of("../../shared/spec/app-store-connect-4.4.1.json"));

    private static final List<String> DEVIATIONS =
            List.of("/referenceVersions: array found", "/percentageBreakdown: array found");

    private final PathRouter router;
    private final ObjectMapper mapper = new ObjectMapper();

    public AnswerCheck(Catalog catalog) {
        this.router = new PathRouter(catalog);
    }

    /** Says what is wrong with an answer; nothing if there is no document to compare with, or if it is no JSON. */
    public List<String> problems(String method, HttpUrl url, ApiAnswer answer) {
        String contentType = String.valueOf(answer.headers().get("Content-Type"));
        Route route = router.find(method, url.pathSegments());
        if (!POSSIBLE || route == null || !contentType.endsWith("json")) {
            return List.of();
        }
        return AppleDocument.get()
                .problemsOfAnswer(
                        route.operation(),
                        answer.status(),
                        contentType,
                        withoutNulls(answer.body().utf8()))
                .stream()
                .filter(problem -> DEVIATIONS.stream().noneMatch(problem::contains))
                .toList();
    }

    private String withoutNulls(String json) {
        try {
            JsonNode node = mapper.readTree(json);
            strip(node);
            return node.toString().replace("+0000\"", "+00:00\"");
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
