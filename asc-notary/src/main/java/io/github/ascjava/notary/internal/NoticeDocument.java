package io.github.ascjava.notary.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * The body of a notice: three texts.
 *
 * @param payload JSON as text; exactly these bytes are signed
 * @param signature base64 of a DER signature
 * @param certificates base64 of certificates in PEM format
 */
public record NoticeDocument(String payload, String signature, String certificates) {

    private static final int LARGEST = 256 * 1024;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /**
     * Reads a body.
     *
     * @throws IllegalArgumentException with a sentence, if it is not a notice
     */
    public static NoticeDocument read(byte[] body) {
        if (body.length > LARGEST) {
            throw new IllegalArgumentException("The notice is larger than 256 KiB.");
        }
        JsonNode tree = tree(body, "The notice is not JSON.");
        return new NoticeDocument(text(tree, "payload"), text(tree, "signature"), text(tree, "cert_chain"));
    }

    /**
     * Reads the payload.
     *
     * @throws IllegalArgumentException with a sentence, if it names no submission
     */
    public Payload readPayload() {
        JsonNode tree = tree(payload.getBytes(StandardCharsets.UTF_8), "The payload of the notice is not JSON.");
        return new Payload(
                text(tree, "submission_id"),
                optional(tree, "team_id"),
                optional(tree, "event"),
                time(optional(tree, "start_time")),
                time(optional(tree, "completed_time")));
    }

    private static JsonNode tree(byte[] json, String otherwise) {
        try {
            JsonNode tree = MAPPER.readTree(json);
            if (tree != null && tree.isObject()) {
                return tree;
            }
        } catch (IOException e) {
            // Without the cause, whose message quotes the body.
        }
        throw new IllegalArgumentException(otherwise);
    }

    private static String text(JsonNode tree, String name) {
        String text = optional(tree, name);
        if (text == null || text.isEmpty()) {
            throw new IllegalArgumentException("The notice has no " + name + ".");
        }
        return text;
    }

    private static @Nullable String optional(JsonNode tree, String name) {
        return tree.path(name).isTextual() ? tree.path(name).asText() : null;
    }

    private static @Nullable OffsetDateTime time(@Nullable String text) {
        try {
            return text == null ? null : OffsetDateTime.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** What is signed. */
    public record Payload(
            String submissionId,
            @Nullable String teamId,
            @Nullable String event,
            @Nullable OffsetDateTime startTime,
            @Nullable OffsetDateTime completedTime) {}
}
