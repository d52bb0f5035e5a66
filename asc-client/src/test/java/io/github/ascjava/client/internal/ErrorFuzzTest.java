package io.github.ascjava.client.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.ascjava.client.FuzzCost;
import io.github.ascjava.client.error.ApiError;
import io.github.ascjava.client.error.ApiException;
import io.github.ascjava.client.error.ErrorResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whatever a response with an error status contains, it becomes an exception with a one-line message, and none of its
 * errors is lost.
 */
class ErrorFuzzTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final int LARGEST_BODY = 64 * 1024;
    private static final Pattern SEVERAL_LINES = Pattern.compile("[\\p{Cc}\\u2028\\u2029]");

    private final ErrorReader reader = new ErrorReader();
    private final ObjectMapper mapper = new ObjectMapper();

    @FuzzTest
    void answer(byte[] bytes) {
        FuzzedAnswer answer = FuzzedAnswer.of(bytes);

        ErrorResponse read = FuzzCost.bounded(bytes.length, () -> reader.read(answer.response(), NOW));

        assertThat(read.status()).isEqualTo(answer.status());
        assertThat(read.rawBody()).hasSizeLessThanOrEqualTo(LARGEST_BODY);
        JsonNode errors = tree(read.rawBody()).path("errors");
        int expected = 0;
        for (JsonNode error : errors) {
            if (errors.isArray() && error.isObject()) {
                check(read.errors().get(expected), error);
                expected++;
            }
        }
        assertThat(read.errors()).hasSize(expected);
        ApiException exception = ApiException.of("GET /v1/apps", read, 2, "Only 1 s is left.");
        assertThat(exception.getMessage())
                .startsWith("GET /v1/apps: ")
                .endsWith(" Only 1 s is left. (2 attempts)")
                .doesNotContainPattern(SEVERAL_LINES);
        assertThat(exception.rawBody()).isEqualTo(read.rawBody());
    }

    private static void check(ApiError read, JsonNode json) {
        check(read.code(), json.path("code"));
        check(read.title(), json.path("title"));
        check(read.detail(), json.path("detail"));
        check(read.pointer(), json.path("source").path("pointer"));
        check(read.parameter(), json.path("source").path("parameter"));
        String code = read.code();
        if (code != null) {
            assertThat(read.hasCode(code)).isTrue();
        }
    }

    private static void check(@Nullable String read, JsonNode json) {
        if (json.isTextual()) {
            assertThat(read).isEqualTo(json.textValue());
        }
    }

    private JsonNode tree(String body) {
        try {
            JsonNode tree = mapper.readTree(body);
            return tree == null ? mapper.missingNode() : tree;
        } catch (IOException e) {
            return mapper.missingNode();
        }
    }
}
