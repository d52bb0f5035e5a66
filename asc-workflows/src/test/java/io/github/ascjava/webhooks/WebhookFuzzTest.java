package io.github.ascjava.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.ascjava.webhooks.InvalidWebhookException.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Whatever a genuine body contains, it is an event, read as Jackson's tree reads it, or rejected with the library's exception. */
class WebhookFuzzTest {

    private static final WebhookVerifier VERIFIER = WebhookVerifier.of("secret");
    private static final WebhookSigner SIGNER = WebhookSigner.of("secret");

    @FuzzTest
    void event(byte[] body) throws IOException {
        WebhookEvent event;
        try {
            event = VERIFIER.verify(body, SIGNER.sign(body));
        } catch (InvalidWebhookException e) {
            assertThat(e.problem()).isEqualTo(Problem.UNREADABLE_EVENT);
            assertThat(e.getMessage())
                    .matches("The body of the webhook request [a-zA-Z0-9 .-]+, so it is not an event\\.");
            return;
        }
        JsonNode data = new ObjectMapper().readTree(event.json()).path("data");
        assertThat(event.type()).isEqualTo(data.path("type").asText());
        assertThat(event.id())
                .isEqualTo(
                        data.path("id").asText().isEmpty() || !data.path("id").isTextual()
                                ? null
                                : data.path("id").asText());
        assertThat(event.attributes()).hasSize(data.path("attributes").size());
        assertThat(event.toString() + event.payload() + event.relationships() + event.timestamp())
                .isNotEmpty();
        assertThat(event.eventType().value()).isEqualTo(EventReader.upperSnakeCase(event.type()));
        assertThat(WebhookEvent.parse(event.json())).isEqualTo(event);
    }

    /** No header makes the verifier fail in another way, or lets a body pass. */
    @FuzzTest
    void header(byte[] header) {
        try {
            VERIFIER.requireGenuine(new byte[0], new String(header, StandardCharsets.ISO_8859_1));
            assertThat(new String(header, StandardCharsets.ISO_8859_1).strip())
                    .isEqualToIgnoringCase(SIGNER.sign(new byte[0]));
        } catch (InvalidWebhookException e) {
            assertThat(e.httpStatus()).isEqualTo(401);
        }
    }
}
